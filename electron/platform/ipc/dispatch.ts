import { z } from 'zod';
import { contract, type Channel, type Handlers } from '../../../shared/contract/contract.ts';
import { rights, type Right, type RightFacts } from '../../../shared/contract/procedure.ts';
import { refused, type Reply } from '../../../shared/contract/reply.ts';
import { refusalCodes, type Problem } from '../../../shared/result.ts';
import { schemaProblems } from '../../../shared/model/schema-problem.ts';
import { message, messageSchema } from '../../../shared/text/message.ts';

/** Who may do what now. */
export interface Gate {
  /** Also counts as activity after entering the PIN. */
  readonly allows: (right: Right) => boolean;
  readonly facts: () => RightFacts;
}

interface Deps {
  readonly handlers: Handlers;
  readonly gate: Gate;
  /** An error nobody expected. @returns the reference under which it is in the log */
  readonly fault: (channel: Channel, error: unknown) => string;
}

const rightSchema = z.enum(rights);

const problemSchema = z.object({
  path: z.string(),
  message: messageSchema,
  code: z.enum(refusalCodes).optional(),
}) satisfies z.ZodType<Problem>;

const replySchema: z.ZodType<Reply<unknown>> = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    problems: z.array(problemSchema),
  }),
]);

/**
 * Answers one call of a page: the right first, as problems of the input would tell too much, then the
 * input, then the handler. Pages hide what is not allowed, and are not believed.
 */
export async function dispatch(
  channel: Channel,
  input: unknown,
  { handlers, gate, fault }: Deps,
): Promise<Reply<unknown>> {
  const { input: schema, right } = contract[channel];
  const notAllowed = refused(message('problem.admin.pinNeeded'));
  if (typeof right === 'string' && !gate.allows(right)) return notAllowed;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error) };
  try {
    // The schema of this channel checked the input; the compiler, that rule, handler and schema belong together.
    if (typeof right === 'function') {
      const needed = rightSchema.parse(
        Reflect.apply(right, undefined, [parsed.data, gate.facts()]),
      );
      if (!gate.allows(needed)) return notAllowed;
    }
    const reply: unknown = await Reflect.apply(handlers[channel], handlers, [parsed.data]);
    return replySchema.parse(reply);
  } catch (error) {
    const reference = fault(channel, error);
    return refused(message('problem.fault.withReference', { reference }));
  }
}
