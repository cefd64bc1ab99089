import { autoidFields } from '../dialects/autoid-fields.ts';
import { callFieldNames, type CallFieldName, type FieldRef } from '../model/call-fields.ts';
import { message, verbatim, type Message } from '../text/message.ts';
import type { Translate } from '../text/translate.ts';

/** AutoID's four categories, and ours for what that system does not name. */
export const tokenCategories = [
  'call_begin',
  'call_end',
  'dni',
  'location_info',
  'agent',
  'other',
] as const;
export type TokenCategory = (typeof tokenCategories)[number];

export interface TokenChoice {
  /** Unique: AutoID's token, or our field's name. */
  readonly key: string;
  readonly field: FieldRef;
  /** What it means: the label of the call field it stands for, or of a token of AutoID alone. */
  readonly label: Message;
  readonly category: TokenCategory;
}

const isCategory = (name: string | undefined): name is TokenCategory =>
  tokenCategories.some((category) => category === name);

/** Every token that can be chosen, by category: AutoID's 77, then the call fields it has no token for. */
export const tokenChoices: readonly TokenChoice[] = [
  ...autoidFields.map(({ name, to, label, category }): TokenChoice => ({
    key: name,
    field: to ?? `ext.autoid.${name.replaceAll('%', '')}`,
    label: to === undefined ? (label ?? verbatim(name)) : message(`callField.${to}.label`),
    category: isCategory(category) ? category : 'other',
  })),
  ...callFieldNames
    .filter((name) => !autoidFields.some(({ to }) => to === name))
    .map((name: CallFieldName): TokenChoice => ({
      key: name,
      field: name,
      label: message(`callField.${name}.label`),
      category: name.startsWith('agent') ? 'agent' : 'other',
    })),
];

/** "%call_id% · Call ID": the token and what it means. */
export const tokenLabel = ({ key, label }: TokenChoice, t: Translate): string =>
  `${key} · ${t(label)}`;
