import { z } from 'zod';
import type { ConfigDocument } from '../model/config-document.ts';
import { idSchema, nameSchema } from '../model/definition.ts';
import type { Hook } from '../model/hook.ts';
import { pauseSchema, type Pause } from '../model/pause.ts';

const idsSchema = z.array(idSchema).min(1).max(10_000);
const partSchema = z.enum(['popups', 'hooks', 'sources']);

/** One change of many definitions at once. */
export const bulkChangeSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('enable'), part: partSchema, ids: idsSchema }),
  z.strictObject({ do: z.literal('disable'), part: partSchema, ids: idsSchema }),
  z.strictObject({ do: z.literal('delete'), part: partSchema, ids: idsSchema }),
  z.strictObject({
    do: z.literal('pause'),
    part: z.literal('popups'),
    ids: idsSchema,
    pause: pauseSchema,
  }),
  z.strictObject({ do: z.literal('resume'), part: z.literal('popups'), ids: idsSchema }),
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
    part: z.literal('hooks'),
    /** All of them, in their new order. */
    ids: idsSchema,
  }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;
export type Part = z.infer<typeof partSchema>;

/** The document after a change. Definitions that are no longer there are passed over. */
export function applyBulkChange(document: ConfigDocument, change: BulkChange): ConfigDocument {
  switch (change.do) {
    case 'enable': {
      const enabled = switched(document, change, true);
      // What is switched on is to work: a pause that is left would keep it silent.
      return change.part === 'popups' ? paused(enabled, change.ids, undefined) : enabled;
    }
    case 'disable':
      return switched(document, change, false);
    case 'pause':
      return paused(document, change.ids, change.pause);
    case 'resume':
      return paused(document, change.ids, undefined);
    case 'delete':
      return removed(document, change.part, new Set(change.ids));
    case 'duplicate':
      return duplicated(document, change.part, change.copies);
    case 'order':
      return { ...document, hooks: inOrder(document.hooks ?? [], change.ids) };
  }
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
}

function inPart(
  document: ConfigDocument,
  part: Part,
  change: <T extends Definition>(list: readonly T[]) => T[],
): ConfigDocument {
  switch (part) {
    case 'popups':
      return { ...document, popups: change(document.popups ?? []) };
    case 'hooks':
      return { ...document, hooks: change(document.hooks ?? []) };
    case 'sources':
      return { ...document, sources: change(document.sources ?? []) };
  }
}

function switched(
  document: ConfigDocument,
  { part, ids }: { readonly part: Part; readonly ids: readonly string[] },
  enabled: boolean,
): ConfigDocument {
  const wanted = new Set(ids);
  return inPart(document, part, (list) =>
    list.map((item) => (wanted.has(item.id) ? { ...item, enabled } : item)),
  );
}

function paused(
  document: ConfigDocument,
  ids: readonly string[],
  pause: Pause | undefined,
): ConfigDocument {
  const wanted = new Set(ids);
  const popups = document.popups?.map((popup) => {
    if (!wanted.has(popup.id)) return popup;
    const { pause: _before, ...rest } = popup;
    return pause === undefined ? rest : { ...rest, pause };
  });
  return { ...document, popups };
}

/** Deletes, and with popups the hooks that would do nothing without them. */
function removed(document: ConfigDocument, part: Part, ids: ReadonlySet<string>): ConfigDocument {
  const rest = inPart(document, part, (list) => list.filter(({ id }) => !ids.has(id)));
  if (part !== 'popups') return rest;
  const hooks = rest.hooks
    ?.map((hook) => ({ ...hook, actions: hook.actions.filter((step) => !ids.has(step.popup)) }))
    .filter(({ actions }) => actions.length > 0);
  return { ...rest, hooks };
}

interface Copy {
  readonly of: string;
  readonly id: string;
  readonly name: string;
}

/** Puts each copy behind its original. The copy of a popup gets copies of the hooks that open it alone. */
function duplicated(document: ConfigDocument, part: Part, copies: readonly Copy[]): ConfigDocument {
  const result = inPart(document, part, (list) =>
    list.flatMap((item) => [
      item,
      ...copies.filter(({ of }) => of === item.id).map(({ id, name }) => ({ ...item, id, name })),
    ]),
  );
  if (part !== 'popups') return result;
  const hooks = (result.hooks ?? []).flatMap((hook) => [
    hook,
    ...copies
      .filter(({ of }) => hook.actions.every((step) => step.popup === of))
      .map(({ id, name }) => ({
        ...hook,
        id: `hook-${id}`.slice(0, 100),
        name,
        actions: hook.actions.map((step) => ({ ...step, popup: id })),
      })),
  ]);
  return { ...result, hooks };
}

/** In the order of the ids; what they do not name stays behind them. */
function inOrder(hooks: readonly Hook[], ids: readonly string[]): Hook[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return [...hooks].sort(
    (a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length),
  );
}
