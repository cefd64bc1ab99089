import type { Input } from '../../../shared/contract/contract.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Form } from '../../forms/use-command-form.ts';
import { newRule, ruleOf } from './popup-draft.ts';

export type PopupValues = Omit<Input<'popup.save'>, 'expected'>;
export type PopupForm = Form<PopupValues>;

/** A popup and the rule that the form shows with it: none where a rule is being made that will open it. */
export const valuesOf = (popup: Popup, rules: readonly Rule[], withRule: boolean): PopupValues => ({
  popup,
  rules: withRule ? [ruleOf(popup.id, rules) ?? newRule(popup.id)] : [],
});

/** A rule made with its popup is named after it. */
export const popupToSave = ({ popup, rules }: PopupValues): PopupValues => ({
  popup,
  rules: rules.map((rule) => (rule.name === '-' ? { ...rule, name: popup.name } : rule)),
});
