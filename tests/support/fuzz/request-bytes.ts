import { messages } from './messages.ts';
import { mutated, type Dice } from './mutate.ts';

export const secret = 'a-secret-of-an-address-01';
export const signIn = {
  basic: `Basic ${Buffer.from(`pbx:${secret}`).toString('base64')}`,
  signing: `whsec_${Buffer.from('a key of a signature of 32 bytes').toString('base64')}`,
};

export interface HttpAddress {
  readonly target: string;
  /** Texts without which a request has no right to an answer; undefined: it never has. */
  readonly needs: readonly string[] | undefined;
}

const methods = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get', 'CONNECT'];
const types = [
  'application/json',
  'application/x-www-form-urlencoded',
  'text/xml; charset=utf-8',
  'multipart/form-data; boundary=x',
  'text/plain; charset="nothing"',
];
const upgrade = [
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
];

/** A request near a good one: its line, any header, the length or the body may be anything. */
export function requestBytes(
  addresses: readonly HttpAddress[],
  port: number,
  dice: Dice,
): { readonly bytes: Buffer; readonly isKnown: boolean } {
  const odd = (text: string): string => (dice.below(6) === 0 ? mutated([text], dice) : text);
  const { target, needs } = dice.of(addresses);
  const body = Buffer.from(mutated(messages, dice));
  const head = [
    `${odd(dice.of(methods))} ${odd(target)} HTTP/1.1`,
    `Host: ${odd(`127.0.0.1:${port}`)}`,
    `Content-Type: ${odd(dice.of(types))}`,
    `Content-Length: ${odd(`${body.length}`)}`,
    `Authorization: ${odd(dice.of([signIn.basic, `Bearer ${secret}`, `Basic ${secret}`]))}`,
    `X-Token: ${odd(dice.of([secret, '', 'x']))}`,
    `Webhook-Id: ${odd('msg_1')}`,
    `Webhook-Timestamp: ${Math.floor(Date.now() / 1_000)}`,
    `Webhook-Signature: ${odd('v1,AAAA')}`,
    ...(dice.below(8) === 0 ? upgrade : ['Connection: close']),
  ].join('\r\n');
  return {
    bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]),
    isKnown: needs?.every((text) => head.includes(text)) ?? false,
  };
}
