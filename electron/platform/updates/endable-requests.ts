import { HttpExecutor } from 'builder-util-runtime';
import type { EventEmitter } from 'node:events';
import { Writable, type Readable } from 'node:stream';

/** A request of Electron or of Node. */
interface Request extends EventEmitter {
  abort: () => void;
  end: () => void;
}

const isExecutor = (value: unknown): value is HttpExecutor<Request> =>
  value instanceof HttpExecutor;

/** Milliseconds in which a server has to send something: those that the library means. */
const patience = 60_000;

/**
 * Makes what electron-updater asks of a server end when it is told to, or when the server stops answering. The library's own ways
 * do neither: its token stops no request, and a differential download never looks at it; its time limits wait for the event
 * of a socket, which Electron's requests do not have. It asks for one thing after another, so there is one request to end.
 *
 * @param updater electron-updater's, or what else keeps its requests as `httpExecutor`
 */
export function endableRequests(updater: object, silence = patience) {
  const executor: unknown = Reflect.get(updater, 'httpExecutor');
  if (!isExecutor(executor)) throw new TypeError('electron-updater keeps its requests elsewhere');
  const create = executor.createRequest.bind(executor);
  let last: ReturnType<typeof watched> | undefined;
  let isRefusing = false;
  executor.createRequest = (options, answer) => {
    // It was answered, or led elsewhere.
    last?.forget();
    const begun = watched((heard) => create(options, heard), answer, silence);
    last = begun;
    if (isRefusing) setImmediate(begun.end);
    return begun.request;
  };
  return {
    /** Ends what is asked for now, and whatever is asked for until `ended`. */
    async end(ended: Promise<unknown>): Promise<void> {
      isRefusing = true;
      last?.end();
      await ended.catch(() => undefined);
      isRefusing = false;
    },
  };
}

/** A request that ends with an error where nothing comes for a while. */
function watched(
  create: (heard: (response: Readable) => void) => Request,
  answer: (response: Readable) => void,
  silence: number,
) {
  let target: Writable | undefined;
  const fail = (problem: string): void => {
    const error = new Error(problem);
    forget();
    request.emit('error', error);
    request.abort();
    // The library leaves its file open otherwise, and a deleted file that is open keeps its room on the disk.
    target?.destroy(error);
  };
  const timer = setTimeout(() => fail('the server stopped answering'), silence);
  const forget = (): void => clearTimeout(timer);
  const request = create((response) => {
    const pipe = response.pipe.bind(response);
    response.pipe = (to, options) => {
      if (to instanceof Writable) target = to;
      return pipe(to, options);
    };
    answer(response);
    response.on('data', () => timer.refresh());
    response.once('end', forget);
  });
  request.once('error', forget);
  return { request, forget, end: () => fail('cancelled') };
}
