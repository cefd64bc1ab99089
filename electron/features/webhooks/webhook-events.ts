import type { LogEntryOf } from '../../../shared/model/log-entry.ts';

/** One attempt, for the log. */
export interface Attempted extends Pick<
  LogEntryOf<'delivery'>['facts'],
  'webhook' | 'about' | 'state' | 'attempt' | 'status' | 'problem'
> {
  readonly id: string;
  readonly callKey: string;
}

/** The receiver of a webhook wants nothing more (410). */
export interface Gone {
  readonly id: string;
  readonly name: string;
  /** The webhook's URL as it was defined when the delivery was made. */
  readonly template: string;
}

/** What webhooks tell everybody. */
export interface WebhookEvents {
  /** An attempt was made and written. */
  readonly attempted: Attempted;
  readonly gone: Gone;
  /** A webhook could not be written to the disk, so it is not sent: its name. */
  readonly notAccepted: string;
  /** The outbox is another one than before; often. */
  readonly changed: undefined;
  /** The summary of the outbox may be another one. */
  readonly counted: undefined;
}
