import { createHash } from 'node:crypto';
import { encodeCloudEvent } from '../../shared/dialects/encode-cloudevent.ts';
import { isRuleable, type CallEvent } from '../../shared/model/call-event.ts';
import type { Directory } from '../routing/agent-directory.ts';
import type { Routed } from '../routing/route-event.ts';
import type { NewEvent, Repetition } from '../store/records.ts';

/** What a request says of its own identity. */
export interface RequestIdentity {
  /** Of a signed webhook: the same on every attempt. */
  readonly webhookId: string | undefined;
  /** Of the whole body. */
  readonly bodyHash: string;
  /** Place of the event in the request. */
  readonly index: number;
}

/** An event as it is kept and handed to desks. */
export function newEvent(
  event: CallEvent,
  routed: Routed,
  identity: RequestIdentity,
  directory: Directory,
): NewEvent {
  const { key, repetition } = identify(event, identity);
  return {
    key,
    repetition,
    call: isRuleable(event) ? event.linkedCallId : undefined,
    stage: stageOf(event),
    body: JSON.stringify(encodeCloudEvent(event)),
    ...routed,
    taken: takenBy(event, directory),
  };
}

/** What an event says, in a word. */
function stageOf(event: CallEvent): string {
  if (isRuleable(event)) return event.stage;
  return event.kind === 'agent.state' ? event.state : event.change;
}

/**
 * An event's id tells a repetition; so does the time of the event, where the system gives no id. Where it gives
 * neither, only the call's last event can be sent again: the same ring after a miss is a new one. Keys pressed and
 * dispositions are always new then.
 */
function identify(
  event: CallEvent,
  { webhookId, bodyHash, index }: RequestIdentity,
): { key: string; repetition: Repetition } {
  if (event.unidentified !== true) return { key: hashOf([event.id]), repetition: 'key' };
  if (webhookId !== undefined) {
    return { key: hashOf(['webhook', webhookId, index]), repetition: 'key' };
  }
  if (event.untimed !== true) return { key: hashOf([event.id]), repetition: 'key' };
  const key = hashOf([event.id, bodyHash]);
  return { key, repetition: event.kind === 'call.state' ? 'last' : 'never' };
}

/** Ids can be long; their hash is not. */
export const hashOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);

function takenBy(event: CallEvent, directory: Directory): NewEvent['taken'] {
  if (event.kind !== 'call.state' || event.agent === undefined) return undefined;
  if (event.stage !== 'answered' && event.stage !== 'bridged') return undefined;
  const number = event.call.fields.callerNumber ?? '';
  const [agent] = directory.named(event.agent);
  return number === '' || agent === undefined ? undefined : { number, agent };
}
