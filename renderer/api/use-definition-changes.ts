import type { ListPart } from '../../shared/model/list-parts.ts';
import type { Pause } from '../../shared/model/pause.ts';
import { useBulkChange } from './use-bulk-change.tsx';
import { useText } from '../i18n/use-text.ts';

export interface Definition {
  readonly id: string;
  readonly name: string;
  readonly enabled?: boolean;
  readonly pause?: Pause | undefined;
}

export interface DefinitionChanges {
  readonly switchOn: (items: readonly Definition[], on: boolean) => Promise<boolean>;
  readonly pause: (items: readonly Definition[], minutes: number | undefined) => Promise<boolean>;
  readonly resume: (items: readonly Definition[]) => Promise<boolean>;
  readonly duplicate: (items: readonly Definition[]) => Promise<boolean>;
  readonly remove: (items: readonly Definition[]) => Promise<boolean>;
}

const idsOf = (items: readonly Definition[]): string[] => items.map(({ id }) => id);

/** Changes to definitions, each with a confirmation and an undo. */
export function useDefinitionChanges(part: ListPart): DefinitionChanges {
  const t = useText();
  const change = useBulkChange();
  return {
    switchOn(items, on) {
      if (part === 'templates') return Promise.resolve(false);
      const done = t(`definitions.done.${on ? 'enabled' : 'disabled'}`, { count: items.length });
      return change({ do: on ? 'enable' : 'disable', part, ids: idsOf(items) }, done);
    },
    pause(items, minutes) {
      if (part !== 'popups' && part !== 'webhooks') return Promise.resolve(false);
      const until = minutes && new Date(Date.now() + minutes * 60_000).toISOString();
      const pause = until === undefined ? {} : { until: String(until) };
      return change(
        { do: 'pause', part, ids: idsOf(items), pause },
        t('definitions.done.paused', { count: items.length }),
      );
    },
    resume(items) {
      if (part !== 'popups' && part !== 'webhooks') return Promise.resolve(false);
      return change(
        { do: 'resume', part, ids: idsOf(items) },
        t('definitions.done.resumed', { count: items.length }),
      );
    },
    duplicate: (items) =>
      change(
        {
          do: 'duplicate',
          part,
          copies: items.map(({ id, name }) => ({
            of: id,
            id: `${part.slice(0, -1)}-${crypto.randomUUID()}`,
            name: t('definitions.copyOf', { name }).slice(0, 200),
          })),
        },
        t('definitions.done.duplicated', { count: items.length }),
      ),
    remove: (items) =>
      change(
        { do: 'delete', part, ids: idsOf(items) },
        t('definitions.done.deleted', { count: items.length }),
      ),
  };
}
