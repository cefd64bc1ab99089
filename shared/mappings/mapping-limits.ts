/**
 * What one message may cost a mapping. An expression is an administrator's, but what it works on comes from outside:
 * a width in `$pad` may be a number in the message.
 */
export const mappingLimits = {
  /** Milliseconds by the clock on the wall; a mapping takes one or two. */
  time: 1_000,
  /** Megabytes of heap; a message has one at most. What takes more ends the process, and nothing else. */
  memory: 96,
  /** Characters of the result as JSON: all that a call keeps of an event is far less. */
  resultCharacters: 1_000_000,
  /** Characters of an expression; the longest recipe has 3,000. */
  expressionCharacters: 100_000,
  /** Calls within calls. */
  depth: 2_000,
  /** Items of one list. */
  items: 200_000,
} as const;
