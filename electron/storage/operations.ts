import type { PopupRecord } from './storage.ts';

/** Everything the worker can be asked, with its arguments and its answer. */
export interface Operations {
  'claims.since': { input: number; output: { key: string; at: number }[] };
  'claims.add': { input: { key: string; at: number }; output: null };
  'seen.newest': { input: number; output: string[] };
  'seen.add': { input: { keys: readonly string[]; keep: number }; output: null };
  'history.add': { input: PopupRecord; output: null };
  'history.newest': { input: { agent: string; count: number }; output: PopupRecord[] };
  'history.lastUsed': { input: null; output: { popupId: string; at: number }[] };
  'notes.all': { input: string; output: { name: string; value: string }[] };
  'notes.set': { input: { name: string; value: string }; output: null };
  close: { input: null; output: null };
}

export type OperationName = keyof Operations;

/** One function for each operation. */
export type OperationHandlers = {
  readonly [N in OperationName]: (input: Operations[N]['input']) => Operations[N]['output'];
};
