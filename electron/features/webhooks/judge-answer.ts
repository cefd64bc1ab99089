import type { Result } from '../../../shared/result.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { HttpResponse } from '../../platform/ports/http.ts';
import type { ConnectFailure } from '../../platform/ports/socket.ts';
import { retryAfterOf } from './retry-schedule.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** What an attempt means for its delivery. `problem` is a sentence for people. */
export type Judgement =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'again';
      readonly problem: Message;
      /** Milliseconds the receiver asked for. */
      readonly retryAfter?: number | undefined;
      /** True where the receiver, or the way to it, is in trouble: others to it should wait too. */
      readonly isHostTrouble: boolean;
    }
  | { readonly kind: 'stop'; readonly problem: Message }
  /** 410: the receiver wants nothing more, ever. */
  | { readonly kind: 'gone'; readonly problem: Message };

export interface JudgeSettings {
  readonly successCodes: readonly number[];
  readonly followRedirects?: boolean | undefined;
  readonly stopOn4xx: boolean;
}

/** The host has answered, or was not asked. */
const notTheHost = new Set(['MISSING_SECRET', 'REDIRECT']);

/** Answers to try again: the request came at the wrong time, not in the wrong form. */
const passing = new Set([408, 425, 429]);

export function judgeAnswer(
  answer: Result<HttpResponse, ConnectFailure>,
  { successCodes, followRedirects = false, stopOn4xx }: JudgeSettings,
  now: number,
): Judgement {
  if (!answer.ok) {
    const { code } = answer.problem;
    const problem = connectionProblem(answer.problem);
    // These come of the address or the header, not of the moment.
    if (code === 'REFUSED_ADDRESS' || code === 'ERR_INVALID_URL' || code === 'ERR_INVALID_CHAR') {
      return { kind: 'stop', problem };
    }
    return { kind: 'again', problem, isHostTrouble: isHostTrouble(answer) };
  }
  const { status, headers } = answer.value;
  if (successCodes.includes(status)) return { kind: 'delivered' };
  if (status === 410) {
    return {
      kind: 'gone',
      problem: message('problem.delivery.gone', { status }),
    };
  }
  const retryAfter = retryAfterOf(headers['retry-after'], now);
  if (status >= 300 && status < 400) {
    return {
      kind: 'again',
      problem: followRedirects
        ? message('problem.delivery.redirectedAgain', { status })
        : message('problem.delivery.redirected', { status }),
      isHostTrouble: false,
    };
  }
  if (status >= 400 && status < 500 && stopOn4xx && !passing.has(status)) {
    return {
      kind: 'stop',
      problem: message('problem.delivery.rejected', { status }),
    };
  }
  return {
    kind: 'again',
    problem: message('problem.delivery.status', { status }),
    retryAfter,
    isHostTrouble: isTroubled(status),
  };
}

const isTroubled = (status: number): boolean => status === 429 || status >= 500;

/** Whether a host, or the way to it, is in trouble. */
export const isHostTrouble = (answer: Result<HttpResponse, ConnectFailure>): boolean =>
  answer.ok ? isTroubled(answer.value.status) : !notTheHost.has(answer.problem.code);
