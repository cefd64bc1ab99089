import { z } from 'zod';
import { parseJson } from '../../../shared/json/parse-json.ts';

/** What a call's key is made of. */
export interface CallId {
  readonly source: string;
  readonly linkedCallId: string;
}

/** A call of an earlier run. */
export interface KnownCall extends CallId {
  readonly key: string;
  /** Milliseconds since 1970; undefined where it goes on. */
  readonly endedAt: number | undefined;
}

/**
 * The key of a call here, in the history, in the log and in claims. Ids are used again, so it has the time of the first
 * event that was heard.
 *
 * @param at milliseconds since 1970
 */
export const callKeyOf = ({ source, linkedCallId }: CallId, at: number): string =>
  JSON.stringify([source, linkedCallId, at]);

/** Versions before 0.3 left out the time. */
const keySchema = z.union([
  z.tuple([z.string(), z.string(), z.number()]),
  z.tuple([z.string(), z.string()]),
]);

/** The ids in a key; undefined where it is none (the key of a test call). */
export function idsOf(callKey: string): CallId | undefined {
  const parsed = parseJson(callKey);
  const key = keySchema.safeParse(parsed.ok ? parsed.value : undefined);
  if (!key.success) return undefined;
  const [source, linkedCallId] = key.data;
  return { source, linkedCallId };
}
