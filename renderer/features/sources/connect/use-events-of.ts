import type { LogEntryOf } from '../../../../shared/model/log-entry.ts';
import { calls } from '../../../api/bridge.ts';
import { useDesk } from '../../../api/desk-context.tsx';
import { useAnswer } from '../../../api/use-answer.ts';
import type { NewSource } from './setup-props.ts';

/** Other sources may be busy meanwhile. */
const looksAt = 200;

/** The events of a source since it was made, newest first. */
export function useEventsOf({ id, since }: NewSource): readonly LogEntryOf<'event'>[] {
  const version = useDesk((desk) => desk.entryLog.version);
  const answer = useAnswer(
    ['connect.events', id, since],
    () => calls()['log.search']({ text: '', kind: 'event', from: since, limit: looksAt }),
    { version },
  );
  const entries = answer?.ok === true ? answer.value.entries : [];
  return entries
    .filter((entry) => entry.kind === 'event')
    .filter(({ trace }) => trace.source === id);
}
