import type { z } from 'zod';
import type { ListPart } from '../model/list-parts.ts';
import type { OwnChoice } from '../model/settings.ts';

/**
 * What a caller must be allowed. `agent`: everyone who works at this desk, with the PIN or without. The others
 * are the administrator's, who may leave view, create and edit to agents.
 */
export const rights = ['agent', 'view', 'create', 'edit', 'administer'] as const;
export type Right = (typeof rights)[number];

/** What a right can depend on beside the input. */
export interface RightFacts {
  readonly hasAgent: boolean;
  readonly exists: (part: ListPart, id: string) => boolean;
  /** Without the PIN. */
  readonly mayChange: (choice: OwnChoice) => boolean;
}

/** The right itself, or how it follows from the input once that was parsed. */
export type RightRule<I> = Right | ((input: I, facts: RightFacts) => Right);

declare const answer: unique symbol;
/** The type of an answer. Nothing at run time: answers come from the main process, which is trusted. */
export interface Returns<O> {
  readonly [answer]?: O;
}

/** One channel: what it takes, who may call it and what it answers. Without a right it does not compile. */
export interface Procedure<I extends z.ZodType, O> {
  readonly input: I;
  readonly right: RightRule<z.output<I>>;
  readonly output: Returns<O>;
}

export const returns = <O>(): Returns<O> => ({});
/** For channels that answer nothing but "done". */
export const nothing = returns<null>();

export const procedure = <I extends z.ZodType, O>(declared: Procedure<I, O>): Procedure<I, O> =>
  declared;

/** Saving needs the right to edit where there is such a definition, else the right to create. */
export const saving =
  <I>(part: ListPart, idOf: (input: I) => string) =>
  (input: I, { exists }: RightFacts): Right =>
    exists(part, idOf(input)) ? 'edit' : 'create';

/** What every contract is: procedures by the names of their channels. */
export type Contract = Readonly<Record<string, Procedure<z.ZodType, unknown>>>;
