import { z } from 'zod';
import type { MessageValues, NoValues } from './message-values.ts';

/** The name of a text, as in the catalogues (`en.json` and its translations). */
export type MessageId = keyof MessageValues<unknown>;

/** The second argument of a text: none where it names nothing. */
export type ValuesOf<Id extends MessageId> = Id extends MessageId
  ? [NoValues] extends [MessageValues<MessageValue>[Id]]
    ? []
    : [values: MessageValues<MessageValue>[Id]]
  : never;

/** Something a text names: as it is, another message, or a list ("Sales, Billing and Support"). */
export type MessageValue = string | number | Message | readonly MessageValue[];

/**
 * What is said, without the words: they are made where it is shown, in the reader's language. Stored and sent
 * between processes in this form. `verbatim` is text of somebody else, such as a server, or of an older version.
 */
export interface Message {
  readonly id: MessageId | 'verbatim';
  readonly values?: Readonly<Record<string, MessageValue>> | undefined;
}

/** Names a text together with what it says about this case. */
export function message<Id extends MessageId>(id: Id, ...[values]: ValuesOf<Id>): Message {
  return values === undefined ? { id } : { id, values };
}

/** Text that is shown as it is, in every language. */
export const verbatim = (text: string): Message => ({ id: 'verbatim', values: { text } });

const valueSchema: z.ZodType<MessageValue> = z.lazy(() =>
  z.union([z.string(), z.number(), storedMessageSchema, z.array(valueSchema)]),
);
const storedMessageSchema = z.object({
  // A row may name a text that this version no longer has: it shows the name then.
  id: z.custom<MessageId | 'verbatim'>((id) => typeof id === 'string'),
  values: z.record(z.string(), valueSchema).optional(),
});

/** A message that was stored. Versions before 0.2 stored English sentences: they are read as they are. */
export const messageSchema: z.ZodType<Message> = z.union([
  storedMessageSchema,
  z.string().transform(verbatim),
]);

const prefix = 'message:';

/** A message as the text of a schema's problem, which can only be a string. `issueMessage` unpacks it. */
export const issueText = <Id extends MessageId>(id: Id, ...values: ValuesOf<Id>): string =>
  packed(message(id, ...values));

/** As issueText, for a message that was made before. */
export const packed = (said: Message): string => prefix + JSON.stringify(said);

/** The message that `issueText` packed; undefined where the text is the schema library's own. */
export function issueMessage(text: string): Message | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const parsed = storedMessageSchema.safeParse(JSON.parse(text.slice(prefix.length)));
  return parsed.success ? parsed.data : undefined;
}

/** A problem as it is kept: null where nothing is wrong, which versions before 0.2 stored as an empty text. */
export const keptProblemSchema: z.ZodType<Message | null> = z.union([
  z.null(),
  z.literal('').transform(() => null),
  messageSchema,
]);

/** For a column of text. */
export const problemToText = (problem: Message | null): string =>
  problem === null ? '' : JSON.stringify(problem);

/** What `problemToText` wrote, or the sentence that a version before 0.2 wrote. */
export function problemFromText(text: string): Message | null {
  if (text === '') return null;
  if (!text.startsWith('{"id":')) return verbatim(text);
  try {
    return messageSchema.parse(JSON.parse(text));
  } catch {
    return verbatim(text);
  }
}
