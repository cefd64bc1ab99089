import {
  callCenterStudioFields,
  callFieldNames,
  type CallFieldName,
} from '../../../shared/model/call-fields.ts';
import { rulesWith, opensPopup } from '../../../shared/model/rule-actions.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { isZonedFormat, type ValueFormat } from '../../../shared/templates/format-value.ts';
import { parseTokenText } from '../../../shared/templates/token-text.ts';
import type { Parameter, Popup, PopupInput } from '../../../shared/model/popup.ts';

/** A new popup. */
export const newPopup = (): Popup => ({
  id: `popup-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  url: '',
  parameters: [],
  whenEmpty: 'drop',
  window: {
    target: 'window',
    close: { when: 'never', seconds: 60, elsewhere: true },
    focus: 'show',
    width: 1100,
    height: 760,
  },
  signIn: { origins: [], loginPaths: [] },
});

/** The rule that opens just this popup: the one the form's When and Queue edit. */
export const ruleOf = (popupId: string, rules: readonly Rule[]): Rule | undefined =>
  rulesWith(rules, (action) => opensPopup(action, popupId))[0];

export const newRule = (popupId: string): Rule => ({
  id: `rule-${popupId}`,
  name: '-',
  enabled: true,
  when: { stage: 'ringing' },
  which: { agent: 'mine', internal: false },
  actions: [{ do: 'popup', popup: popupId }],
});

/** The name typed beside a field: of the first parameter that maps it. */
export const parameterNameOf = (popup: PopupInput, field: CallFieldName): string =>
  popup.parameters.find((parameter) => 'field' in parameter && parameter.field === field)?.name ??
  '';

export type FieldParameter = Extract<Parameter, { field: string }>;

/** Without a format the definition names none. */
export function withFormat(
  { format: _before, ...rest }: FieldParameter,
  format: ValueFormat | undefined,
): FieldParameter {
  return format === undefined ? rest : { ...rest, format };
}

/** Whether something of it is a date or a time, which depends on a time zone. */
export const usesTimeZone = ({ url, parameters }: PopupInput): boolean =>
  parameters.some((parameter) =>
    'text' in parameter ? hasZonedToken(parameter.text) : isZonedFormat(parameter.format),
  ) || hasZonedToken(url);

const hasZonedToken = (text: string): boolean => {
  const parsed = parseTokenText(text);
  return (
    parsed.ok && parsed.value.some((part) => typeof part !== 'string' && isZonedFormat(part.format))
  );
};

/** The parameter that a field gets when it is added: under its own name, unless another has that. */
export function parameterFor(popup: PopupInput, field: CallFieldName): Parameter {
  const isTaken = popup.parameters.some(({ name }) => name === field);
  return { name: isTaken ? '' : field, field };
}

/** The fields that no parameter carries yet: those of Call Center Studio's form first, in its order. */
export function unusedFields({ parameters }: PopupInput): readonly CallFieldName[] {
  const used = new Set<string>();
  for (const parameter of parameters) if ('field' in parameter) used.add(parameter.field);
  return fieldsInOrder.filter((field) => !used.has(field));
}

const fieldsInOrder: readonly CallFieldName[] = [
  ...new Set([...callCenterStudioFields, ...callFieldNames]),
];

/** With every field of Call Center Studio's form that is not there yet. */
export const withAllFields = (popup: PopupInput): PopupInput => ({
  ...popup,
  parameters: [
    ...popup.parameters,
    ...unusedFields(popup)
      .filter((field) => callCenterStudioFields.includes(field))
      .map((field) => parameterFor(popup, field)),
  ],
});
