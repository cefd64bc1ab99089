import type { CallData } from '../../../shared/model/call-fields.ts';
import type { FlowStep } from '../../../shared/model/flow.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { WebhookOccasion, WebhookService } from '../webhooks/index.ts';
import { readAnswer, type KeptAnswer } from './read-answer.ts';
import { readMatches, type FoundMatches } from './read-matches.ts';

export type AskStep = Extract<FlowStep, { do: 'ask' }>;

export type LookupWebhooks = Pick<WebhookService, 'ask' | 'nameOf'>;

type Found = (KeptAnswer | FoundMatches) & { readonly status: number };

/**
 * What a lookup finds.
 *
 * @param place of the step, in its flow
 */
export async function lookUp(
  { webhook, answer: kept }: AskStep,
  place: string,
  occasion: WebhookOccasion & { readonly call: CallData },
  webhooks: LookupWebhooks,
): Promise<Result<Found>> {
  const asked = await webhooks.ask(webhook, occasion, place);
  if (!asked.ok) return asked;
  const { answer, isAccepted } = asked.value;
  if (!answer.ok) return fail(connectionProblem(answer.problem));
  const { status } = answer.value;
  // The page of an error must not be taken for the answer.
  if (!isAccepted && kept.from !== 'status') {
    return fail(message('problem.delivery.status', { status }));
  }
  const name = webhooks.nameOf(webhook);
  const read =
    kept.from === 'matches'
      ? readMatches(kept, answer.value, name)
      : readAnswer(kept, answer.value, name);
  return read.ok ? ok({ ...read.value, status }) : read;
}
