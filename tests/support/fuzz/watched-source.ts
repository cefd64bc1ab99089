import { EventSource } from '../../../electron/features/sources/event-source.ts';
import type { Transport, TransportHandlers } from '../../../electron/features/sources/transport.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { ok } from '../../../shared/result.ts';
import { english } from '../../../shared/text/english.ts';
import { until } from '../until.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const all = Object.values(dialects);

export type WatchedSource = ReturnType<typeof watchedSource>;

/** A source as it runs, which reads each message by every dialect. */
export function watchedSource(createTransport: (handlers: TransportHandlers) => Transport) {
  const waiting: (() => void)[] = [];
  const source = new EventSource({
    id: 's',
    name: 'S',
    feed: {},
    log,
    decoder: {
      kind: 'dialect',
      decode: (item, context) =>
        ok(
          all.flatMap((dialect) => {
            const read = dialect.decode(item, context);
            return read.ok ? read.value : [];
          }),
        ),
    },
    createTransport: (handlers) =>
      createTransport({
        ...handlers,
        frame(frame) {
          const handling = handlers.frame(frame);
          void handling.done.then(() => waiting.shift()?.());
          return handling;
        },
      }),
    onEvent: () => undefined,
    onHandled: () => undefined,
    onChange: () => undefined,
  });
  source.start();
  let seen: unknown = null;
  return {
    connected: () =>
      until(() => source.view().phase === 'connected' || undefined, 'the source to connect'),
    place: () => source.view().place,
    /** Resolves when the next message was acted on. */
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
    /** @throws where reading the last message threw, or ended the connection */
    check(): void {
      const { lastRejection, phase } = source.view();
      const isNew = lastRejection !== seen;
      seen = lastRejection;
      if (isNew && lastRejection?.id === 'problem.event.failed')
        throw new Error(english(lastRejection));
      if (phase !== 'connected') throw new Error(`the source is ${phase}`);
    },
    stop: () => source.stop(),
  };
}
