import type { Rule, RuleAgent } from '../../../shared/model/rule.ts';
import { originOf } from '../../../shared/model/definition.ts';
import type { Template } from '../../../shared/model/template.ts';
import { headerNameProblem } from '../../../shared/model/request-header.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import type { Result } from '../../../shared/result.ts';
import { wholeToken } from '../../../shared/templates/autoid-tokens.ts';
import {
  extractFields,
  sampleToTemplate,
  type SampleField,
} from '../../../shared/templates/extract-fields.ts';
import type { TemplateFormat } from '../../../shared/templates/template.ts';
import { tokenChoices } from '../../../shared/templates/token-catalogue.ts';

/** AutoID's form, as it is filled in. */
export interface WizardDraft {
  readonly name: string;
  readonly url: string;
  readonly moment: 'begin' | 'end';
  readonly which: { readonly agent: RuleAgent };
  /** Only these calls; empty: all. */
  readonly calledNumbers: readonly string[];
  readonly campaigns: readonly string[];
  readonly pressedKeys: readonly string[];
  /** Locations and other tags, by which the list of webhooks can be filtered. */
  readonly tags: readonly string[];
  readonly way: 'existing' | 'create';
  /** Of the existing one. */
  readonly templateId: string;
  readonly templateName: string;
  readonly group: string;
  readonly format: TemplateFormat;
  readonly sample: string;
  /** By path of the field: key of the chosen token. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly successCode: number;
  readonly method: 'POST' | 'PUT';
}

export const emptyWizard: WizardDraft = {
  name: '',
  url: '',
  moment: 'begin',
  // AutoID names no agent.
  which: { agent: 'any' },
  calledNumbers: [],
  campaigns: [],
  pressedKeys: [],
  tags: [],
  way: 'create',
  templateId: '',
  templateName: '',
  group: '',
  format: 'json',
  sample: '',
  mapping: {},
  headers: [],
  successCode: 200,
  method: 'POST',
};

export const fieldsOf = ({ format, sample }: WizardDraft): Result<SampleField[]> =>
  extractFields(format, sample);

/** The template that the sample and the chosen tokens make. */
export function templateOf(draft: WizardDraft, id: string): Result<Template> {
  const fields = fieldsOf(draft);
  if (!fields.ok) return fields;
  const chosen = fields.value.flatMap(({ path, as }): [string, string][] => {
    const choice = tokenChoices.find(({ key }) => key === draft.mapping[path]);
    if (choice === undefined) return [];
    // A number of the sample stays one.
    return [[path, wholeToken(choice, as)]];
  });
  const text = sampleToTemplate(draft.format, draft.sample, new Map(chosen));
  if (!text.ok) return text;
  const { templateName: name, group, format } = draft;
  return { ok: true, value: { id, name, group, format, text: text.value } };
}

/** Whether nothing is missing but, perhaps, the template. */
export const isComplete = (draft: WizardDraft): boolean =>
  draft.name.trim() !== '' &&
  originOf(draft.url) !== undefined &&
  (draft.way === 'existing' || draft.templateName.trim() !== '') &&
  draft.headers.every(({ name }) => headerNameProblem(name) === undefined);

export const webhookOf = (draft: WizardDraft, id: string, template: Template): Webhook => ({
  id,
  name: draft.name,
  group: template.group,
  ...(draft.tags.length > 0 && { tags: [...draft.tags] }),
  enabled: true,
  url: draft.url,
  method: draft.method,
  body: { kind: 'template', template: template.id },
  headers: draft.headers.map((header) => ({ ...header })),
  dates: { format: 'iso', zone: 'UTC' },
  whenUnset: 'empty',
  successCodes: [draft.successCode],
  timeoutSeconds: 15,
  followRedirects: false,
  stopOn4xx: true,
  allowLocal: false,
});

/** The beginning of a call, or its end, by whichever event comes first. */
export const ruleOfWizard = (draft: WizardDraft, webhookId: string): Rule => ({
  id: `rule-${webhookId}`.slice(0, 100),
  name: draft.name,
  enabled: true,
  when: { moment: draft.moment },
  which: {
    agent: draft.which.agent,
    internal: false,
    ...filterOf('calledNumbers', draft),
    ...filterOf('campaigns', draft),
    ...filterOf('pressedKeys', draft),
  },
  actions: [{ do: 'send', webhook: webhookId }],
});

function filterOf(name: 'calledNumbers' | 'campaigns' | 'pressedKeys', draft: WizardDraft) {
  const { [name]: values } = draft;
  return values.length > 0 && { [name]: [...values] };
}
