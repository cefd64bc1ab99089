import { callCenterStudioFields, type CallFieldName } from '../../../shared/model/call-fields.ts';
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

const studioFields: ReadonlySet<string> = new Set(callCenterStudioFields);
const isStudio = (parameter: Parameter): boolean =>
  'field' in parameter && studioFields.has(parameter.field);

/** The name typed beside a field: of the first parameter that maps it. */
export const parameterNameOf = (popup: PopupInput, field: CallFieldName): string =>
  popup.parameters.find((parameter) => 'field' in parameter && parameter.field === field)?.name ??
  '';

/** The place of the parameter beside a field; the next free one where it has none yet. */
export function parameterIndexOf({ parameters }: PopupInput, field: CallFieldName): number {
  const index = parameters.findIndex((one) => 'field' in one && one.field === field);
  return index === -1 ? parameters.length : index;
}

/** Types a parameter name beside a field; an empty one takes the mapping away. */
export function withParameterName(
  popup: PopupInput,
  field: CallFieldName,
  name: string,
): PopupInput {
  const maps = (parameter: Parameter): boolean => 'field' in parameter && parameter.field === field;
  const known = popup.parameters.find(maps);
  if (known === undefined) {
    return name === '' ? popup : { ...popup, parameters: [...popup.parameters, { name, field }] };
  }
  const parameters =
    name === ''
      ? popup.parameters.filter((parameter) => parameter !== known)
      : popup.parameters.map((parameter) =>
          parameter === known ? { ...parameter, name } : parameter,
        );
  return { ...popup, parameters };
}

/** The format beside a field, of the parameter that maps it. */
export const parameterFormatOf = (
  popup: PopupInput,
  field: CallFieldName,
): ValueFormat | undefined => {
  const found = popup.parameters.find((one) => 'field' in one && one.field === field);
  return found !== undefined && 'field' in found ? found.format : undefined;
};

/** Another format for the parameter that maps a field. */
export function withParameterFormat(
  popup: PopupInput,
  field: CallFieldName,
  format: ValueFormat | undefined,
): PopupInput {
  const known = popup.parameters.find((one) => 'field' in one && one.field === field);
  const parameters = popup.parameters.map((parameter) =>
    parameter === known && 'field' in parameter ? withFormat(parameter, format) : parameter,
  );
  return { ...popup, parameters };
}

type FieldParameter = Extract<Parameter, { field: string }>;

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

/** Parameters that no field of the form shows, with their place in the list. */
export function extraParameters(popup: PopupInput): { parameter: Parameter; index: number }[] {
  const seen = new Set<string>();
  return popup.parameters.flatMap((parameter, index) => {
    if (!isStudio(parameter) || !('field' in parameter)) return [{ parameter, index }];
    if (seen.has(parameter.field)) return [{ parameter, index }];
    seen.add(parameter.field);
    return [];
  });
}
