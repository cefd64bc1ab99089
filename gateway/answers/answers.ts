import { jsonText } from '../../shared/json/json-value.ts';
import { parseJson } from '../../shared/json/parse-json.ts';
import { readPointer } from '../../shared/json/read-pointer.ts';
import { isRuleable, type CallEvent } from '../../shared/model/call-event.ts';
import { emptyCallData, type CallData } from '../../shared/model/call-fields.ts';
import { readField } from '../../shared/model/read-field.ts';
import { sameNumber } from '../../shared/numbers/same-number.ts';
import { addressText, fillAddress } from '../../shared/popup-url/fill-address.ts';
import { parseAddress } from '../../shared/popup-url/parse-address.ts';
import { isSameText } from '../../shared/text/fold-text.ts';
import type { AnswerConfig, AnswerStep } from '../config/answer-config.ts';
import type { FeedIntake } from '../ingress/feed-intake.ts';
import type { FeedAnswer } from '../ingress/feed-routes.ts';
import type { Directory } from '../routing/agent-directory.ts';
import { readBounded } from './read-bounded.ts';

const hour = 3_600_000;
/** Bytes of a lookup's response that are read. */
const maxResponse = 262_144;

interface Deps {
  readonly directory: Directory;
  readonly lastTaker: (number: string, since: number) => Promise<string | undefined>;
  readonly now: () => number;
}

type Step<From extends AnswerStep['from']> = Extract<AnswerStep, { from: From }>;

/** Answers phone systems that wait to hear how a call goes on. */
export class Answers {
  public constructor(private readonly deps: Deps) {}

  /** Always within the feed's time: a phone system that hears nothing goes its own way. */
  public async of(
    { feed }: FeedIntake,
    events: readonly CallEvent[],
  ): Promise<FeedAnswer | undefined> {
    const { answer } = feed;
    if (answer === undefined) return undefined;
    const event = events.find(isRuleable);
    const call = event === undefined ? emptyCallData : event.call;
    return written(answer, (await this.inTime(answer, call)) ?? answer.default);
  }

  private async inTime(answer: AnswerConfig, call: CallData): Promise<string | undefined> {
    const end = AbortSignal.timeout(answer.withinMs);
    const late = new Promise<undefined>((resolve) => {
      end.addEventListener('abort', () => resolve(undefined));
    });
    return Promise.race([this.firstKnown(answer.steps, call, end), late]);
  }

  private async firstKnown(
    steps: readonly AnswerStep[],
    call: CallData,
    end: AbortSignal,
  ): Promise<string | undefined> {
    for (const step of steps) {
      try {
        const found = await this.ask(step, call, end);
        if (found !== undefined && found !== '') return found;
      } catch {
        // A CRM that is down knows nothing: the next step is asked.
      }
      if (end.aborted) return undefined;
    }
    return undefined;
  }

  private ask(
    step: AnswerStep,
    call: CallData,
    end: AbortSignal,
  ): Promise<string | undefined> | string | undefined {
    switch (step.from) {
      case 'table':
        return inTable(step, call);
      case 'lastAgent':
        return this.lastAgent(step, call);
      case 'http':
        return lookUp(step, call, end);
    }
  }

  private async lastAgent(
    { hours, say }: Step<'lastAgent'>,
    { fields }: CallData,
  ): Promise<string | undefined> {
    if (fields.callerNumber === undefined || fields.callerNumber === '') return undefined;
    const since = this.deps.now() - hours * hour;
    const agent = await this.deps.lastTaker(fields.callerNumber, since);
    return agent === undefined ? undefined : this.deps.directory.get(agent)?.[say];
  }
}

function inTable({ field, rows }: Step<'table'>, call: CallData): string | undefined {
  const value = readField(call, field);
  if (value === undefined) return undefined;
  return rows.find(({ values }) =>
    values.some((one) => isSameText(one, value) || sameNumber(one, value)),
  )?.answer;
}

async function lookUp(
  { url, headers, pointer }: Step<'http'>,
  call: CallData,
  end: AbortSignal,
): Promise<string | undefined> {
  const address = parseAddress(url);
  if (!address.ok) return undefined;
  const filled = fillAddress(address.value, { call, dates: { zone: 'UTC' }, dropEmpty: false });
  // A token without a value asks for another page than the one that was meant.
  if (filled.missing !== undefined) return undefined;
  const response = await fetch(addressText(filled, ''), {
    headers: { accept: 'application/json', ...headers },
    redirect: 'error',
    signal: end,
  });
  if (!response.ok) return undefined;
  const json = parseJson(await readBounded(response, maxResponse));
  return json.ok ? jsonText(readPointer(json.value, pointer)) : undefined;
}

function written({ key, format }: AnswerConfig, answer: string): FeedAnswer {
  switch (format) {
    case 'json':
      return { contentType: 'application/json', body: JSON.stringify({ [key]: answer }) };
    case 'form':
      return {
        contentType: 'application/x-www-form-urlencoded',
        body: new URLSearchParams([[key, answer]]).toString(),
      };
    case 'text':
      return { contentType: 'text/plain; charset=utf-8', body: answer };
  }
}
