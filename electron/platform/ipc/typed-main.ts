import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { contract, type Channel, type Handlers } from '../../../shared/contract/contract.ts';
import type { Contract } from '../../../shared/contract/procedure.ts';
import { wireName } from '../../../shared/contract/wire.ts';
import type { Log } from '../logging/log.ts';
import { dispatch, type Gate } from './dispatch.ts';
import { reportFault } from './report-fault.ts';

/** Which of our windows may call which channels. */
export class TrustedSenders {
  private readonly allowed = new Map<number, Contract>();

  public constructor(private readonly origin: string) {}

  /** @param page what this window may call */
  public add(contents: WebContents, page: Contract): void {
    const { id } = contents;
    this.allowed.set(id, page);
    contents.once('destroyed', () => this.allowed.delete(id));
  }

  /**
   * Threat: a page of somebody else's, in a popup or a frame, that finds a way to our IPC. Only the main
   * frame of a window we made, showing a page of ours, may call, and only its own channels.
   */
  public mayCall(event: IpcMainInvokeEvent, channel: Channel): boolean {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame) return false;
    const page = this.allowed.get(event.sender.id);
    return (
      page !== undefined && Object.hasOwn(page, channel) && frame.url.startsWith(`${this.origin}/`)
    );
  }
}

/** The calling window, for handlers whose answer depends on it. */
export type Sender = WebContents;

export type HandlersFor = (sender: Sender) => Handlers;

interface Deps {
  readonly handlersFor: HandlersFor;
  readonly trusted: TrustedSenders;
  readonly gate: Gate;
  readonly log: Log;
}

/** Answers every channel of the contract. @returns a function that takes all handlers off again */
export function installHandlers({ handlersFor, trusted, gate, log }: Deps): () => void {
  const fault = reportFault(log);
  for (const channel of channels) {
    ipcMain.handle(wireName(channel), (event, input: unknown) => {
      if (!trusted.mayCall(event, channel)) {
        log.warn('ipc call refused', { channel });
        throw new Error('refused');
      }
      return dispatch(channel, input, { handlers: handlersFor(event.sender), gate, fault });
    });
  }
  return () => {
    for (const channel of channels) ipcMain.removeHandler(wireName(channel));
  };
}

const isChannel = (name: string): name is Channel => Object.hasOwn(contract, name);
const channels: readonly Channel[] = Object.keys(contract).filter(isChannel);
