import { readJson } from '../json/parse-json.ts';
import { unpacked } from '../json/unpacked.ts';
import { isJsonObject, type JsonValue } from '../json/json-value.ts';
import { limits } from '../limits.ts';
import { fail, located, ok, type Result } from '../result.ts';
import { message, type Message } from '../text/message.ts';
import type { Framing } from './framings.ts';
import { readForm, looksLikeForm } from './read-form.ts';
import { splitJson } from './split-json.ts';
import { readXml } from './read-xml.ts';
import { looksLikeSocketIo, readSocketIo } from './socket-io.ts';

/** Events in one message. A feed that sends more at once would stall the desk while a call rings. */
const maxItems = 1_000;

export interface FrameText {
  /** Undefined where it was neither text nor UTF-8. */
  readonly text: string | undefined;
  readonly bytes: number;
}

export interface FrameReading {
  /** The payloads of events, in order. */
  readonly items: readonly JsonValue[];
  /** Parts that could not be read: they take no other part with them. */
  readonly problems: readonly Message[];
  /** What an administrator may want to know, such as a name that is used twice. */
  readonly notes: readonly Message[];
}

export interface FrameKind {
  /** Undefined: as recognised. */
  readonly framing: Framing | undefined;
  /** A mapping says itself what a list means, and can read words; a dialect gets one event after the other. */
  readonly isMapped: boolean;
}

/** The payloads in a frame: live, in the editor's trial, in the connection test and in `npm run decode` alike. */
export function readFrame({ text, bytes }: FrameText, kind: FrameKind): Result<FrameReading> {
  if (text === undefined) return fail(message('problem.event.binary'));
  if (bytes > limits.frameBytes) {
    return fail(message('problem.event.tooLarge', { bytes, limit: limits.frameBytes }));
  }
  const reading = new Reading(kind.isMapped);
  // Some senders end each text with a zero byte.
  for (const part of text.includes('\0') ? text.split('\0') : [text]) {
    const plain = part.startsWith('\ufeff') ? part.slice(1) : part;
    if (plain !== '' || part === text) reading.take(plain, kind.framing);
  }
  const { items, problems } = reading;
  if (items.length > maxItems) {
    return fail(message('problem.event.tooMany', { count: items.length, limit: maxItems }));
  }
  const [problem] = problems;
  return items.length === 0 && problem !== undefined ? fail(problem) : ok(reading);
}

const recordSeparator = '\x1e';

function recognised(text: string): Framing | undefined {
  if (text.includes(recordSeparator)) return 'signalr';
  if (looksLikeSocketIo(text)) return 'socketio';
  const start = text.trimStart().charAt(0);
  if (start === '<') return 'xml';
  return start !== '{' && start !== '[' && start !== '"' && looksLikeForm(text)
    ? 'form'
    : undefined;
}

class Reading implements FrameReading {
  public readonly items: JsonValue[] = [];
  public readonly problems: Message[] = [];
  public readonly notes: Message[] = [];

  public constructor(private readonly isMapped: boolean) {}

  public take(text: string, framing: Framing | undefined = recognised(text)): void {
    switch (framing) {
      case 'signalr':
        for (const record of text.split(recordSeparator)) this.signalR(record);
        return;
      case 'lines':
        for (const line of text.split(/\r\n|\n|\r/)) this.json(line);
        return;
      case 'socketio':
        this.found(readSocketIo(text, this.isMapped));
        return;
      case 'form':
        this.form(text);
        return;
      case 'xml':
        this.found(readXml(text, this.isMapped));
        return;
      case 'text':
        this.items.push(text);
        return;
      case undefined:
        this.plain(text);
    }
  }

  /** One JSON text, or one a line; what is neither is words. */
  private plain(text: string): void {
    const whole = readJson(text);
    const isJson = /^\s*["[{]/.test(text);
    if (whole.ok) this.value(whole.value.value, whole.value.notes);
    else if (isJson && text.includes('\n') && hasWholeLine(text)) this.take(text, 'lines');
    else if (isJson && splitJson(text).length > 1) {
      for (const one of splitJson(text)) this.json(one);
    }
    // Some PBXs answer in plain words ("heartbeat response"): a mapping gets them as a text.
    else if (this.isMapped && !isJson) this.items.push(text);
    else this.problems.push(located(whole.problem));
  }

  private json(text: string): void {
    if (text.trim() === '') return;
    const read = readJson(text.replace(/^\s*\ufeff/, ''));
    if (read.ok) this.value(read.value.value, read.value.notes);
    else this.problems.push(located(read.problem));
  }

  /** A SignalR message. Its own pings, answers and goodbyes tell of no call. */
  private signalR(record: string): void {
    if (record.trim() === '') return;
    const read = readJson(record);
    if (!read.ok) {
      this.problems.push(located(read.problem));
      return;
    }
    const { value, notes } = read.value;
    const type = isJsonObject(value) ? value['type'] : undefined;
    const isOwn =
      isJsonObject(value) &&
      (Object.keys(value).length === 0 || (typeof type === 'number' && type !== 1 && type !== 2));
    if (isOwn) return;
    const given = isJsonObject(value) ? value['arguments'] : undefined;
    if (this.isMapped || !Array.isArray(given)) this.value(value, notes);
    else for (const item of given) this.value(item, notes);
  }

  private value(given: JsonValue, notes: readonly Message[]): void {
    const value = unpacked(given);
    this.notes.push(...notes);
    if (Array.isArray(value) && !this.isMapped) {
      this.items.push(...value.map((item) => unpacked(item)).flat());
    } else this.items.push(value);
  }

  private form(text: string): void {
    const form = readForm(text);
    if (form.ok) this.items.push(form.value);
    else this.problems.push(located(form.problem));
  }

  private found(read: Result<readonly JsonValue[]>): void {
    if (read.ok) this.items.push(...read.value);
    else this.problems.push(located(read.problem));
  }
}

const hasWholeLine = (text: string): boolean =>
  text.split('\n').some((line) => line.trim() !== '' && readJson(line).ok);
