import { randomUUID } from 'node:crypto';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import { listParts } from '../../../shared/model/list-parts.ts';
import type { LogEntry, LogEntryOf } from '../../../shared/model/log-entry.ts';

type Part = LogEntryOf<'config'>['facts']['part'];

/** Longer texts of a definition are cut: the log shows changes, it is not a backup (characters). */
const keptText = 20_000;

/** One entry for each definition and setting that is another one now. Keys and tokens are references. */
export function configEntries(
  before: ConfigSnapshot,
  after: ConfigSnapshot,
  who: string,
  at: number,
): LogEntry[] {
  const entry = (part: Part, name: string, old: unknown, now: unknown): LogEntry => {
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return {
      id: `config:${randomUUID()}`,
      at,
      kind: 'config',
      callKey: '',
      text: [part, name, change, who].join(' '),
      facts: { part, name, change, who, before: shown(old), after: shown(now) },
    };
  };
  const definitions = listParts.flatMap((part) => {
    const old = new Map(before[part].map((item) => [item.id, item]));
    const now = new Map(after[part].map((item) => [item.id, item]));
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
      const [a, b] = [old.get(id), now.get(id)];
      return a === b || shown(a) === shown(b) ? [] : [entry(part, b?.name ?? a?.name ?? id, a, b)];
    });
  });
  const { adminPin: _old, ...oldSettings } = before.settings;
  const { adminPin: _new, ...newSettings } = after.settings;
  const old: Readonly<Record<string, unknown>> = oldSettings;
  const settings = Object.entries(newSettings).flatMap(([name, value]) =>
    shown(old[name]) === shown(value) ? [] : [entry('settings', name, old[name], value)],
  );
  const pin =
    shown(before.settings.adminPin) === shown(after.settings.adminPin)
      ? []
      : [entry('settings', 'adminPin', '******', '******')];
  const agent =
    shown(before.agent) === shown(after.agent)
      ? []
      : [entry('agent', '', before.agent, after.agent)];
  return [...definitions, ...settings, ...pin, ...agent];
}

const shown = (value: unknown): string =>
  value === undefined ? '' : JSON.stringify(value, null, 2).slice(0, keptText);
