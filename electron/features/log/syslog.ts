import { createSocket } from 'node:dgram';
import { hostname } from 'node:os';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { SyslogFraming } from '../../../shared/model/settings.ts';
import { isoTime } from '../../../shared/times/iso-time.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { SendBytes } from '../../platform/ports/send-bytes.ts';
import { verbatim, type Message } from '../../../shared/text/message.ts';

/** Longer datagrams are cut up or lost on their way (RFC 5426 asks for 2048 to be taken). */
const maxDatagram = 2_048;
/** Bytes: what receivers of streams take by default (rsyslog: 8 KiB), less what they write before it in a line. */
const maxFrame = 8_000;
/** Facility local0, severity informational (RFC 5424). */
const priority = 134;
const timeoutMs = 15_000;

/** Default ports: RFC 5426, 6587 and 5425. */
const ports = { 'syslog:': 514, 'syslog+tcp:': 601, 'syslog+tls:': 6514 } as const;
const overs = { 'syslog:': 'udp', 'syslog+tcp:': 'tcp', 'syslog+tls:': 'tls' } as const;
type Scheme = keyof typeof ports;

const isScheme = (protocol: string): protocol is Scheme => Object.hasOwn(ports, protocol);

export interface SyslogTarget {
  readonly over: 'udp' | 'tcp' | 'tls';
  readonly host: string;
  readonly port: number;
}

/** Undefined where the address is none of syslog. */
export function syslogTarget({ protocol, hostname: host, port }: URL): SyslogTarget | undefined {
  if (!isScheme(protocol)) return undefined;
  return {
    over: overs[protocol],
    host: host.replace(/^\[|\]$/g, ''),
    port: port === '' ? ports[protocol] : Number(port),
  };
}

/** Sends entries as syslog messages (RFC 5424). @returns what went wrong; of datagrams nobody hears */
export async function sendSyslog(
  { over, host, port }: SyslogTarget,
  batch: readonly LogEntry[],
  mask: (text: string) => string,
  sendBytes: SendBytes,
  framing: SyslogFraming = 'octets',
): Promise<Message | undefined> {
  const lines = batch.map((entry) => Buffer.from(lineOf(entry, mask)));
  if (over === 'udp') return sendDatagrams(host, port, lines);
  const bytes = Buffer.concat(lines.flatMap((line) => frames[framing](cut(line, maxFrame))));
  const failure = await sendBytes({ host, port, tls: over === 'tls', bytes, timeoutMs });
  return failure && connectionProblem(failure);
}

/** One datagram an entry. */
function sendDatagrams(
  host: string,
  port: number,
  lines: readonly Buffer[],
): Promise<Message | undefined> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  const sendOne = (line: Buffer): Promise<Message | undefined> =>
    new Promise((resolve) => {
      socket.send(cut(line, maxDatagram), port, host, (error) =>
        resolve(error === null ? undefined : verbatim(error.message)),
      );
    });
  return Promise.all(lines.map(sendOne))
    .then((problems) => problems.find((problem) => problem !== undefined))
    .finally(() => socket.close());
}

/**
 * RFC 6587. octets (section 3.4.1): its length stands before each message. lines (section 3.4.2): a line feed ends it,
 * for receivers that do not count.
 */
const frames: Readonly<Record<SyslogFraming, (message: Buffer) => readonly Buffer[]>> = {
  octets: (message) => [Buffer.from(`${message.byteLength} `), message],
  lines: (message) => [message, Buffer.from('\n')],
};

/** Not in the middle of a character. */
function cut(line: Buffer, most: number): Buffer {
  let end = Math.min(line.byteLength, most);
  if (end < line.byteLength) while (end > 0 && ((line[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return line.subarray(0, end);
}

function lineOf({ at, kind, text }: LogEntry, mask: (text: string) => string): string {
  const header = `<${priority}>1 ${isoTime(at) || '-'} ${hostname() || '-'} ringcue - ${kind} -`;
  return `${header} ${mask(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`;
}
