import { z } from 'zod';

/**
 * A desk that missed several messages of its subject asks a gateway for them. The subject of the question holds the agent's, so
 * the permissions of NATS decide who may ask; a direct get by sequence would open all of the stream.
 */
export const replaySubject = (subject: string): string => `replay.${subject}`;

/** Messages that are stored are published here again, with their place in the stream. */
export const liveSubject = (subject: string): string => `live.${subject}`;

/** Sequences of the stream: after the first, up to and with the second. */
export const replayRequestSchema = z.object({
  after: z.int().min(0),
  until: z.int().min(0),
});

/** In each message that a gateway repeats: its sequence. In the last, which is empty: how far it has read. */
export const sequenceHeader = 'Nats-Sequence';
/** In a message that is published again: the one before it on its subject. */
export const lastSequenceHeader = 'Nats-Last-Sequence';
/** In a message that is published again: the subject on which it is stored. */
export const subjectHeader = 'Nats-Subject';
