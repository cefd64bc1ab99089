import { parseJson } from '../../../shared/json/parse-json.ts';
import type { WaitingDelivery } from '../../../shared/model/delivery.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpResponse } from '../../platform/ports/http.ts';
import { errorText } from '../../platform/logging/log.ts';
import { frozenRequestSchema } from './frozen-request.ts';
import { judgeAnswer, type Judgement } from './judge-answer.ts';
import { keptAnswer, type Sender } from './sender.ts';
import { message, type Message } from '../../../shared/text/message.ts';

export interface AttemptResult {
  readonly judgement: Judgement;
  /** 0: no answer came. */
  readonly status: number;
  /** Headers and the beginning of the body, with secrets masked. */
  readonly response: string;
  /** The webhook's address as it was defined when this was accepted. */
  readonly template: string;
}

export interface AttemptDeps {
  readonly sender: Sender;
  readonly clock: Clock;
  readonly requestOf: (id: string) => Promise<string | null>;
  /** Takes out what must not be kept: an answer may repeat the key it was sent. */
  readonly mask: (text: string) => string;
}

/** Sends a delivery once and says what the answer means. Never throws. */
export const createAttempt =
  ({ sender, clock, requestOf, mask }: AttemptDeps) =>
  async (delivery: WaitingDelivery, request?: string): Promise<AttemptResult> => {
    try {
      const stored = parseJson(request ?? (await requestOf(delivery.id)) ?? '');
      const frozen = frozenRequestSchema.safeParse(stored.ok ? stored.value : undefined);
      if (!frozen.success) return stopped(message('problem.delivery.unreadable'));
      const answer = await sender.deliver(delivery.id, frozen.data);
      return {
        judgement: judgeAnswer(answer, frozen.data, clock.now()),
        status: answer.ok ? answer.value.status : 0,
        template: frozen.data.template,
        response: answer.ok ? mask(responseText(answer.value)).slice(0, keptAnswer) : '',
      };
    } catch (error) {
      // A database that is busy for a moment is not a failure.
      const problem = message('problem.delivery.notSent', { reason: errorText(error) });
      return { ...stopped(problem), judgement: { kind: 'again', problem, isHostTrouble: false } };
    }
  };

const stopped = (problem: Message): AttemptResult => ({
  judgement: { kind: 'stop', problem },
  status: 0,
  response: '',
  template: '',
});

export const responseText = ({ headers, text }: HttpResponse): string =>
  [...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`), '', text].join(
    '\n',
  );
