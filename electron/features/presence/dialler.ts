import type { CallData } from '../../../shared/model/call-fields.ts';
import { revealAddress } from '../../../shared/model/keyed-address.ts';
import { clickToCallUrl } from '../../../shared/model/phone-link.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Result } from '../../../shared/result.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { ConnectFailure } from '../../platform/ports/socket.ts';

/** What a webhook came back with. */
interface Asked {
  readonly answer: Result<{ readonly status: number }, ConnectFailure>;
  readonly isAccepted: boolean;
}

export interface DiallerDeps {
  readonly settings: () => Pick<Settings, 'clickToCall' | 'dialWebhook'>;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly sendHttp: HttpClient;
  /** Sends a webhook once and waits for the answer. */
  readonly askWebhook: (webhookId: string, call: CallData) => Promise<Result<Asked>>;
}

/** Milliseconds: somebody has clicked and waits. */
const timeout = 10_000;
const maxAnswer = 64 * 1024;

export type Dialler = ReturnType<typeof createDialler>;

/** Tells the phone system to dial: by a webhook, with its method and secrets, or by an address. */
export function createDialler({ settings, revealSecret, sendHttp, askWebhook }: DiallerDeps) {
  const byWebhook = async (webhookId: string, number: string): Promise<Message | undefined> => {
    const fields = { calledNumber: number, customerNumber: number, direction: 'outbound' };
    const asked = await askWebhook(webhookId, { fields, custom: {}, ext: {} });
    if (!asked.ok) return message('problem.dial.failed', { problem: asked.problem.message });
    const { answer, isAccepted } = asked.value;
    return isAccepted ? undefined : whatFailed(answer);
  };
  const byAddress = async (number: string): Promise<Message | undefined> => {
    const template = revealAddress(settings().clickToCall, revealSecret);
    if (template === undefined) return message('problem.secret.keyMissing');
    const answer = await sendHttp({
      url: clickToCallUrl(template, number),
      method: 'GET',
      headers: {},
      timeoutMs: timeout,
      maxBytes: maxAnswer,
      onBadBody: 'cut',
      refuseLocal: true,
    });
    return answer.ok && answer.value.status < 400 ? undefined : whatFailed(answer);
  };
  return {
    /** Whether anything is set that dials. */
    isSet(): boolean {
      const { clickToCall, dialWebhook } = settings();
      return [clickToCall, dialWebhook].some((set) => (set ?? '') !== '');
    },
    /** @returns what went wrong */
    dial(number: string): Promise<Message | undefined> {
      const { dialWebhook = '' } = settings();
      return dialWebhook === '' ? byAddress(number) : byWebhook(dialWebhook, number);
    },
  };
}

const whatFailed = (answer: Asked['answer']): Message =>
  answer.ok
    ? message('problem.dial.status', { status: answer.value.status })
    : message('problem.dial.failed', { problem: connectionProblem(answer.problem) });
