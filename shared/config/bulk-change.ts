import { z } from 'zod';
import type { ConfigDocument } from '../model/config-document.ts';
import { listParts, type ListPart } from '../model/list-parts.ts';
import { idSchema, nameSchema } from '../model/definition.ts';
import { variablesIn, type FlowStep, type RuleAction } from '../model/flow.ts';
import type { Rule } from '../model/rule.ts';
import { pauseSchema, type Pause } from '../model/pause.ts';

const idsSchema = z.array(idSchema).min(1).max(10_000);
const partSchema = z.enum(listParts);
/** Templates are not switched: webhooks are. */
const switchedSchema = z.enum(['popups', 'rules', 'sources', 'webhooks', 'flows']);
const pausedSchema = z.enum(['popups', 'webhooks']);

/** One change of many definitions at once. */
export const bulkChangeSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('enable'), part: switchedSchema, ids: idsSchema }),
  z.strictObject({ do: z.literal('disable'), part: switchedSchema, ids: idsSchema }),
  z.strictObject({ do: z.literal('delete'), part: partSchema, ids: idsSchema }),
  z.strictObject({
    do: z.literal('pause'),
    part: pausedSchema,
    ids: idsSchema,
    pause: pauseSchema,
  }),
  z.strictObject({ do: z.literal('resume'), part: pausedSchema, ids: idsSchema }),
  z.strictObject({
    do: z.literal('duplicate'),
    part: partSchema,
    /** What to copy, with the id and the name of each copy. */
    copies: z
      .array(z.strictObject({ of: idSchema, id: idSchema, name: nameSchema }))
      .min(1)
      .max(1_000),
  }),
  z.strictObject({
    do: z.literal('order'),
    part: z.literal('rules'),
    /** All of them, in their new order. */
    ids: idsSchema,
  }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;
export type Part = ListPart;
type SwitchedPart = z.infer<typeof switchedSchema>;
type PausedPart = z.infer<typeof pausedSchema>;

/** The document after a change. Definitions that no longer exist are skipped. */
export function applyBulkChange(document: ConfigDocument, change: BulkChange): ConfigDocument {
  switch (change.do) {
    case 'enable': {
      const enabled = switched(document, change.part, change.ids, true);
      // An item that is turned on must work: a remaining pause would keep it silent.
      const { part } = change;
      return part === 'popups' || part === 'webhooks'
        ? paused(enabled, part, change.ids, undefined)
        : enabled;
    }
    case 'disable':
      return switched(document, change.part, change.ids, false);
    case 'pause':
      return paused(document, change.part, change.ids, change.pause);
    case 'resume':
      return paused(document, change.part, change.ids, undefined);
    case 'delete':
      return removed(document, change.part, new Set(change.ids));
    case 'duplicate':
      return duplicated(document, change.part, change.copies);
    case 'order':
      return { ...document, rules: inOrder(document.rules ?? [], change.ids) };
  }
}

interface Definition {
  readonly id: string;
  readonly name: string;
}

type ChangeList = <T extends Definition>(list: readonly T[]) => T[];

function inPart(document: ConfigDocument, part: Part, change: ChangeList): ConfigDocument {
  switch (part) {
    case 'popups':
      return { ...document, popups: change(document.popups ?? []) };
    case 'rules':
      return { ...document, rules: change(document.rules ?? []) };
    case 'sources':
      return { ...document, sources: change(document.sources ?? []) };
    case 'webhooks':
      return { ...document, webhooks: change(document.webhooks ?? []) };
    case 'templates':
      return { ...document, templates: change(document.templates ?? []) };
    case 'flows':
      return { ...document, flows: change(document.flows ?? []) };
  }
}

const switched = (
  document: ConfigDocument,
  part: SwitchedPart,
  ids: readonly string[],
  enabled: boolean,
): ConfigDocument => {
  const wanted = new Set(ids);
  return inPart(document, part, (list) =>
    list.map((item) => (wanted.has(item.id) ? { ...item, enabled } : item)),
  );
};

function paused(
  document: ConfigDocument,
  part: PausedPart,
  ids: readonly string[],
  pause: Pause | undefined,
): ConfigDocument {
  const wanted = new Set(ids);
  const change = <T extends Definition & { pause?: Pause | undefined }>(list: readonly T[]): T[] =>
    list.map((item) => {
      if (!wanted.has(item.id)) return item;
      const copy = { ...item, pause };
      if (pause === undefined) Reflect.deleteProperty(copy, 'pause');
      return copy;
    });
  return part === 'popups'
    ? { ...document, popups: change(document.popups ?? []) }
    : { ...document, webhooks: change(document.webhooks ?? []) };
}

/** Deletes, and with it what would do nothing without: steps that refer to it, and rules without steps. */
function removed(document: ConfigDocument, part: Part, ids: ReadonlySet<string>): ConfigDocument {
  const rest = inPart(document, part, (list) => list.filter(({ id }) => !ids.has(id)));
  const isGone = (referred: Part, id: string): boolean => referred === part && ids.has(id);
  return {
    ...rest,
    ...(rest.rules && {
      rules: rest.rules
        .map((rule) => ({ ...rule, actions: rule.actions.filter((step) => !refers(step, isGone)) }))
        .filter(({ actions }) => actions.length > 0),
    }),
    ...(rest.flows && {
      flows: rest.flows.map((flow) => ({
        ...flow,
        steps: withoutUnknown(withoutSteps(flow.steps, isGone), new Set()),
      })),
    }),
    ...(rest.webhooks &&
      part === 'templates' && {
        webhooks: rest.webhooks.map((webhook) =>
          webhook.body.kind === 'template' && ids.has(webhook.body.template)
            ? // Sending something else than was meant would be worse than sending nothing.
              { ...webhook, enabled: false, body: { kind: 'none' as const } }
            : webhook,
        ),
      }),
  };
}

type IsGone = (part: Part, id: string) => boolean;

function refers(step: RuleAction | FlowStep, isGone: IsGone): boolean {
  switch (step.do) {
    case 'popup':
      return isGone('popups', step.popup);
    case 'send':
    case 'ask':
      return isGone('webhooks', step.webhook);
    case 'flow':
      return isGone('flows', step.flow);
    case 'if':
      return false;
  }
}

const withoutSteps = (steps: readonly FlowStep[], isGone: IsGone): FlowStep[] =>
  steps
    .filter((step) => !refers(step, isGone))
    .map((step) => inBranches(step, (inner) => withoutSteps(inner, isGone)));

/** A step with other steps in its branches. */
function inBranches(step: FlowStep, change: (inner: FlowStep[]) => FlowStep[]): FlowStep {
  if (step.do === 'if') return { ...step, then: change(step.then), else: change(step.else) };
  return step.do === 'ask' && step.ifFails ? { ...step, ifFails: change(step.ifFails) } : step;
}

/**
 * A condition on an answer that nobody asks for any more can never be met: what it does otherwise takes its
 * place. Left in, the whole configuration could no longer be read.
 */
function withoutUnknown(steps: readonly FlowStep[], before: ReadonlySet<string>): FlowStep[] {
  const known = new Set(before);
  return steps.flatMap((step): FlowStep[] => {
    if (step.do === 'ask') {
      const asked = inBranches(step, (inner) => withoutUnknown(inner, known));
      known.add(step.as);
      return [asked];
    }
    if (step.do !== 'if') return [step];
    const otherwise = withoutUnknown(step.else, known);
    return variablesIn(step.when).every((name) => known.has(name))
      ? [{ ...step, then: withoutUnknown(step.then, known), else: otherwise }]
      : otherwise;
  });
}

interface Copy {
  readonly of: string;
  readonly id: string;
  readonly name: string;
}

/** Puts each copy behind its original. The copy of a popup gets copies of the rules that open it alone. */
function duplicated(document: ConfigDocument, part: Part, copies: readonly Copy[]): ConfigDocument {
  const result = inPart(document, part, (list) =>
    list.flatMap((item) => [
      item,
      ...copies.filter(({ of }) => of === item.id).map(({ id, name }) => ({ ...item, id, name })),
    ]),
  );
  if (part !== 'popups') return result;
  const rules = (result.rules ?? []).flatMap((rule) => [
    rule,
    ...copies
      .filter(({ of }) => rule.actions.every((step) => step.do === 'popup' && step.popup === of))
      .map(({ id, name }) => ({
        ...rule,
        id: `rule-${id}`.slice(0, 100),
        name,
        actions: [{ do: 'popup' as const, popup: id }],
      })),
  ]);
  return { ...result, rules };
}

/** In the order of the ids; what they do not name stays behind them. */
function inOrder(rules: readonly Rule[], ids: readonly string[]): Rule[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return [...rules].sort(
    (a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length),
  );
}
