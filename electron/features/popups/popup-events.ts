import type { BrowserWindow } from 'electron';
import type { StoredCaller } from '../../../shared/calls/caller-text.ts';
import type { PopupRequest } from './popup-request.ts';
import type { Message } from '../../../shared/text/message.ts';
import type { CloseReason } from '../../../shared/model/log-entry.ts';

/** A popup that came on screen, with its times in milliseconds since 1970. */
export interface PopupShown {
  readonly request: PopupRequest;
  readonly url: string;
  readonly window: BrowserWindow;
  readonly paintedAt: number;
}

/** A popup that was asked for, for the log. */
export interface PopupRecorded extends StoredCaller {
  readonly at: number;
  readonly name: string;
  readonly queue: string;
  readonly outcome: 'opened' | 'failed';
  readonly problem: Message | null;
  readonly callKey: string;
}

/** A window that was closed without a person, or kept for what is in it. */
export interface AutoClosed {
  readonly callKey: string;
  readonly name: string;
  readonly outcome: 'closed' | 'kept';
  readonly closedFor: CloseReason;
}

/** What popups tell everybody. */
export interface PopupEvents {
  readonly recorded: PopupRecorded;
  /** A page is loading. Resolves when it is on screen, or does not come. */
  readonly opening: Promise<unknown>;
  readonly shown: PopupShown;
  /** The window came, but with a page of ours that says why the CRM's did not. */
  readonly notShown: PopupRequest;
  readonly autoClosed: AutoClosed;
  /** A person should know it. */
  readonly notice: Message;
  /** The list of popups, or when each was last used. */
  readonly listChanged: undefined;
  readonly signInsChanged: undefined;
  readonly pauseChanged: undefined;
}
