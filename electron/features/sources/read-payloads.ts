import { parseJson } from '../../../shared/json/parse-json.ts';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { FrameDecoder } from './frame-decoder.ts';
import type { Frame } from './transport.ts';
import { message } from '../../../shared/text/message.ts';

/** Larger than any call event of the five systems by far; a larger frame is skipped, with a reason. */
export const maxFrameBytes = 1024 * 1024;
/** Events in one message. A feed that sends more at once would stall the desk while a call rings. */
const maxItems = 1_000;
/** Values in one event: the largest of the five systems has some eighty. */
const maxValues = 2_000;

/** The events' payloads in a frame: a list is a batch, but for a mapping, which says itself what it means. */
export function readPayloads(
  { text, bytes }: Pick<Frame, 'text' | 'bytes'>,
  kind: FrameDecoder['kind'],
): Result<readonly JsonValue[]> {
  if (text === undefined) return fail(message('problem.event.binary'));
  if (bytes > maxFrameBytes) {
    return fail(message('problem.event.tooLarge', { bytes, limit: maxFrameBytes }));
  }
  const isMapped = kind === 'mapping';
  // Some PBXs answer in plain words ("heartbeat response"): a mapping gets them as a text.
  if (isMapped && !/^\s*[[{]/.test(text)) return ok([text]);
  const payload = parseJson(text);
  if (!payload.ok) return payload;
  const items = isMapped || !Array.isArray(payload.value) ? [payload.value] : payload.value;
  if (items.length > maxItems) {
    return fail(message('problem.event.tooMany', { count: items.length, limit: maxItems }));
  }
  if (!isMapped && items.some((item) => countValues(item) > maxValues)) {
    return fail(message('problem.event.tooManyValues', { limit: maxValues }));
  }
  return ok(items);
}

const countValues = (value: JsonValue): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((count, item) => count + countValues(item), 1)
    : 1;
