import type { ConfigDocument } from '../model/config-document.ts';
import { listParts, type ListPart } from '../model/list-parts.ts';
import { fieldChanges, type FieldChange } from './field-changes.ts';

/** How an imported configuration is put together with what is there. */
export type ImportMode = 'merge' | 'replace';

const parts = listParts;

export interface PartDiff {
  readonly part: ListPart;
  readonly added: readonly string[];
  readonly changed: readonly ChangedDefinition[];
  readonly removed: readonly string[];
}

export interface ChangedDefinition {
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

export interface ConfigDiff {
  readonly parts: readonly PartDiff[];
  /** Settings that get another value; those that the newer document leaves out stay as they are. */
  readonly settings: readonly FieldChange[];
}

/**
 * The document after an import. Merging adds what is new and replaces what has the same id; replacing also
 * takes away what the file does not have. Parts that the file does not name stay as they are.
 */
export function importInto(
  document: ConfigDocument,
  imported: ConfigDocument,
  mode: ImportMode,
): ConfigDocument {
  return {
    ...document,
    sources: combine(document.sources, imported.sources, mode),
    popups: combine(document.popups, imported.popups, mode),
    rules: combine(document.rules, imported.rules, mode),
    webhooks: combine(document.webhooks, imported.webhooks, mode),
    templates: combine(document.templates, imported.templates, mode),
    flows: combine(document.flows, imported.flows, mode),
    settings: { ...document.settings, ...imported.settings },
  };
}

function combine<T extends { readonly id: string }>(
  own: T[] | undefined,
  imported: readonly T[] | undefined,
  mode: ImportMode,
): T[] | undefined {
  // The same list: a part that a file decides may be imported over as long as it stays as it is.
  if (imported === undefined) return own;
  if (mode === 'replace' || own === undefined) return [...imported];
  const byId = new Map(imported.map((item) => [item.id, item]));
  const known = new Set(own.map(({ id }) => id));
  return [
    ...own.map((item) => byId.get(item.id) ?? item),
    ...imported.filter(({ id }) => !known.has(id)),
  ];
}

/** What differs between two documents: the names of definitions, and the fields of those that change. */
export function diffConfig(before: ConfigDocument, after: ConfigDocument): ConfigDiff {
  const old: Readonly<Record<string, unknown>> = { ...before.settings };
  const named = Object.keys({ ...after.settings });
  return {
    parts: parts.map((part) => diffPart(part, before[part] ?? [], after[part] ?? [])),
    settings: fieldChanges(
      Object.fromEntries(named.map((name) => [name, old[name]])),
      after.settings,
    ),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function diffPart(
  part: PartDiff['part'],
  before: readonly Named[],
  after: readonly Named[],
): PartDiff {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  const names = (list: readonly Named[]): string[] => list.map(({ name }) => name);
  return {
    part,
    added: names(after.filter(({ id }) => !old.has(id))),
    changed: after.flatMap((item): ChangedDefinition[] => {
      const was = old.get(item.id);
      if (was === undefined || JSON.stringify(was) === JSON.stringify(item)) return [];
      return [{ name: item.name, fields: fieldChanges(was, item) }];
    }),
    removed: names(before.filter(({ id }) => !kept.has(id))),
  };
}
