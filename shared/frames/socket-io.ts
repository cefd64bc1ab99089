import { readJson } from '../json/parse-json.ts';
import { unpacked } from '../json/unpacked.ts';
import { isJsonObject, type JsonValue } from '../json/json-value.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';

/** Packets of Engine.IO 3 and 4 that tell of no event: open, close, ping, pong, upgrade, noop, and Socket.IO's connect. */
const own = /^(?:0\{|1$|2(?:probe)?$|3(?:probe)?$|5$|6$|4[01](?:$|[/{]))/;
/** An event or an acknowledgement: `42["name",…]`, `42/calls,17["name",…]`. */
const event = /^4[23](?:\/[^,[]{0,200},)?\d{0,10}\[/;

export const looksLikeSocketIo = (text: string): boolean => own.test(text) || event.test(text);

/** What answers a server's ping: without it the connection is closed. Undefined for all other packets. */
export const pongFor = (packet: string): string | undefined =>
  packet === '2' ? '3' : packet === '2probe' ? '3probe' : undefined;

/**
 * The events of a packet. A dialect gets the event's arguments; a mapping `{event, data, args}`, with the first argument
 * under `data`.
 */
export function readSocketIo(packet: string, isMapped: boolean): Result<readonly JsonValue[]> {
  if (!event.test(packet)) {
    return own.test(packet) ? ok([]) : fail(message('problem.event.noPacket'));
  }
  const read = readJson(packet.slice(packet.indexOf('[')));
  if (!read.ok) return read;
  const list = Array.isArray(read.value.value) ? read.value.value : [];
  const [name, ...packed] = list;
  if (typeof name !== 'string') return ok([]);
  const args = packed.map((item) => unpacked(item));
  if (isMapped) return ok([{ event: name, data: args[0] ?? null, args }]);
  return ok(args.flatMap((item) => (Array.isArray(item) ? item : [item])).filter(isJsonObject));
}
