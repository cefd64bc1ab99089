import { z } from 'zod';

/** What a rule waits for, in the order in which a call usually goes through them. */
export const callStages = [
  'queued',
  'ringing',
  'answered',
  'bridged',
  'active',
  'held',
  'transferred',
  'missed',
  'hangup',
  'wrapup',
] as const;
export const callStageSchema = z.enum(callStages);
export type CallStage = z.infer<typeof callStageSchema>;

/**
 * Things that happen during a call, or after it, without changing its state. noted: the agent sent a note from
 * the desk; no source tells it.
 */
export const callFacts = ['dtmf', 'disposition', 'noted'] as const;
export const callFactSchema = z.enum(callFacts);
export type CallFact = z.infer<typeof callFactSchema>;

export const stageSchema = z.enum([...callStages, ...callFacts]);
/** Everything a rule can wait for. */
export type Stage = z.infer<typeof stageSchema>;

/** After these the call no longer rings or talks: it is over for the one the event speaks of. */
export const endStages: ReadonlySet<CallStage> = new Set(['missed', 'hangup', 'wrapup']);
