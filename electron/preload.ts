import { contextBridge, ipcRenderer } from 'electron';
import { channelsArgument, streamArgument, wireName } from '../shared/contract/wire.ts';

/**
 * The bridge of our own pages. It knows names only, those of its page's contract, which main gives it: inputs
 * are checked in main, outputs by the renderer's types. A page has no general way to send.
 */
const argument = (prefix: string): string =>
  process.argv.find((text) => text.startsWith(prefix))?.slice(prefix.length) ?? '';

const stream = argument(streamArgument);

contextBridge.exposeInMainWorld('ringcue', {
  calls: Object.fromEntries(
    argument(channelsArgument)
      .split(',')
      .map((channel) => [
        channel,
        (input: unknown): Promise<unknown> => ipcRenderer.invoke(wireName(channel), input),
      ]),
  ),
  /** Calls back with every message of this page's stream; the returned function ends it. */
  listen(callback: (message: unknown) => void): () => void {
    const receive = (_event: unknown, message: unknown): void => callback(message);
    ipcRenderer.on(stream, receive);
    return () => ipcRenderer.off(stream, receive);
  },
});
