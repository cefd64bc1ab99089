import type { z } from 'zod';
import { administrationProcedures } from './administration.ts';
import { cardProcedures } from './card.ts';
import { callProcedures } from './calls.ts';
import { deliveryProcedures } from './deliveries.ts';
import { deskProcedures } from './desk.ts';
import { findProcedures } from './find.ts';
import { logProcedures } from './log.ts';
import { overviewProcedures } from './overview.ts';
import { popupProcedures } from './popups.ts';
import type { Contract, Returns } from './procedure.ts';
import type { Reply } from './reply.ts';
import { ruleProcedures } from './rules.ts';
import { sourceProcedures } from './sources.ts';
import { webhookProcedures } from './webhooks.ts';

/** What the desk may call. */
export const deskContract = {
  ...deskProcedures,
  ...callProcedures,
  ...cardProcedures,
  ...popupProcedures,
  ...ruleProcedures,
  ...webhookProcedures,
  ...deliveryProcedures,
  ...logProcedures,
  ...overviewProcedures,
  ...sourceProcedures,
  ...administrationProcedures,
} satisfies Contract;

/** What the find bar of a popup may call, and nothing else. */
export const findContract = findProcedures satisfies Contract;

/**
 * Every channel between our own pages and the main process. Adding one: a procedure in the file of its feature, and
 * its handler in electron; the preload, the renderer's client and the check of its right follow.
 */
export const contract = { ...deskContract, ...findContract };
export type Channel = keyof typeof contract;

export type Input<C extends Channel> = z.output<(typeof contract)[C]['input']>;
export type Output<C extends Channel> =
  (typeof contract)[C]['output'] extends Returns<infer O> ? O : never;

/** One function for each channel. */
export type Handlers<C extends Channel = Channel> = {
  readonly [N in C]: (input: Input<N>) => Promise<Reply<Output<N>>> | Reply<Output<N>>;
};

/** The same as a page calls them. */
export type Client<C extends Channel> = {
  readonly [N in C]: (input: Input<N>) => Promise<Reply<Output<N>>>;
};
