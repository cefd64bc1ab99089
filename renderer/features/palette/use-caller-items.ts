import { useMemo } from 'react';
import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useWay } from '../../api/place-context.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useLocale, useText } from '../../i18n/use-text.ts';
import { callerName } from '../../ui/caller-name.ts';
import { fetchCalls } from '../calls/fetch-calls.ts';
import type { PaletteItem } from './palette-item.ts';

const pageSize = 20;

interface CallerItems {
  readonly items: readonly PaletteItem[];
  readonly hasMore: boolean;
  readonly more: () => Promise<unknown>;
}

/** Callers of the history, each once with the last call, found by the main process. */
export function useCallerItems(text: string): CallerItems {
  const t = useText();
  const locale = useLocale();
  const { go } = useWay();
  const { version } = useDesk((desk) => desk.history);
  const search = useMemo(() => ({ text, limit: pageSize }), [text]);
  const { found = [], hasMore, more } = usePages('palette', fetchCalls, search, version);
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const items = oncePerCaller(found).map(({ number, caller, startedAt }) => ({
    id: `caller ${number}`,
    label: callerName(caller, t),
    detail: [caller.name === '' ? '' : caller.number, when.format(startedAt)]
      .filter((part) => part !== '')
      .join(' · '),
    run: () => go({ page: 'calls', search: caller.number || caller.name }),
  }));
  return { items, hasMore, more };
}

/** Newest first, as they were found; who cannot be looked for again is left out. */
function oncePerCaller(found: readonly CallRecordView[]): readonly CallRecordView[] {
  const known = new Set<string>();
  return found.filter(({ caller }) => {
    const key = caller.number || caller.name;
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}
