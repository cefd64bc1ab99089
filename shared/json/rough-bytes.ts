/** What a member costs besides its texts. */
const overhead = 16;

/**
 * About how much memory a value of texts, numbers, lists and objects takes, in bytes: two for each character. Walks it
 * without recursion, so that no depth is too much.
 */
export function roughBytes(value: unknown): number {
  let bytes = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    bytes += overhead;
    if (typeof next === 'string') bytes += next.length * 2;
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, member] of Object.entries(next)) {
      bytes += name.length * 2;
      waiting.push(member);
    }
  }
  return bytes;
}
