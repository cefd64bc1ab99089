import { autoidFields } from '../dialects/autoid-fields.ts';
import { callFieldCatalogue, callFieldNames, type CallFieldName } from '../model/call-fields.ts';
import type { FieldRef } from '../model/call-fields.ts';

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
  readonly label: string;
  readonly category: TokenCategory;
}

const isCategory = (name: string | undefined): name is TokenCategory =>
  tokenCategories.some((category) => category === name);

/** Every token that can be chosen, by category: AutoID's 77, then the call fields it has no token for. */
export const tokenChoices: readonly TokenChoice[] = [
  ...autoidFields.map(({ name, to, meaning, category }): TokenChoice => ({
    key: name,
    field: to ?? `ext.autoid.${name.replaceAll('%', '')}`,
    label: `${name} · ${to === undefined ? meaning : callFieldCatalogue[to].label}`,
    category: isCategory(category) ? category : 'other',
  })),
  ...callFieldNames
    .filter((name) => !autoidFields.some(({ to }) => to === name))
    .map((name: CallFieldName): TokenChoice => ({
      key: name,
      field: name,
      label: `${callFieldCatalogue[name].label} · ${name}`,
      category: name.startsWith('agent') ? 'agent' : 'other',
    })),
];
