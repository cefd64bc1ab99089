import { contextBridge, ipcRenderer } from 'electron';
import {
  deskChannels,
  findChannels,
  findStream,
  stateStream,
  wireName,
} from '../shared/ipc/channels.ts';

/**
 * The bridge of our own pages. It knows names only: inputs are checked in main, outputs by the
 * renderer's types. A page gets the channels it needs and no general way to send.
 */
const isFindBar = process.argv.includes('--ringcue-page=find-bar');
const stream = isFindBar ? findStream : stateStream;

contextBridge.exposeInMainWorld('ringcue', {
  calls: Object.fromEntries(
    (isFindBar ? findChannels : deskChannels).map((channel) => [
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
