import { z } from 'zod';
import { callDataSchema, type CallData } from '../../../shared/model/call-fields.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { ActionTrace } from '../../../shared/model/log-entry.ts';

/** A popup to open for a call. */
export interface PopupRequest {
  readonly popupId: string;
  /** The call it belongs to: one window per popup and call. */
  readonly callKey: string;
  readonly call: CallData;
  /** When the event's frame arrived (milliseconds since 1970). */
  readonly receivedAt: number;
  /** Seconds that the event waited elsewhere; 0 for one that came at once. */
  readonly lateSeconds: number;
  /** A past event that is run again: the window says so. */
  readonly isTest?: boolean | undefined;
  /** Told what becomes of it, with times in milliseconds since 1970. */
  readonly watch?: PopupWatch | undefined;
}

export interface PopupWatch {
  readonly requested: (how: NonNullable<ActionTrace['how']>, url: string, at: number) => void;
  readonly painted: (at: number) => void;
  /** A page of ours that says what is wrong came instead. */
  readonly notShown: () => void;
}

const storedSchema = z.object({
  callKey: z.string(),
  call: callDataSchema,
});

/** A popup is marked late from this delay on (seconds). */
const lateFrom = 5;
export const isLate = ({ lateSeconds }: PopupRequest): boolean => lateSeconds >= lateFrom;

/** What the history keeps, so that a popup can be opened again by today's definition. */
export const storeRequest = (request: PopupRequest): string =>
  JSON.stringify({ callKey: request.callKey, call: request.call });

export function restoreRequest(
  popupId: string,
  stored: string,
  receivedAt: number,
): PopupRequest | undefined {
  const parsed = parseJson(stored);
  const checked = storedSchema.safeParse(parsed.ok ? parsed.value : undefined);
  return checked.success ? { popupId, receivedAt, lateSeconds: 0, ...checked.data } : undefined;
}
