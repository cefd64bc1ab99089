/** Random numbers that a seed repeats (mulberry32). */
export class Dice {
  public constructor(private state: number) {}

  /** From 0 to 1. */
  public next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  public below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  public of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** What texts from outside have broken, here or elsewhere. */
const odd = [
  '',
  '\0',
  '\ud83d',
  '\u202e',
  '\ufeff',
  '{{',
  '}}',
  '{{callerNumber',
  '{{custom.a/b?c}}',
  '${agent.id}',
  '__proto__',
  'constructor',
  'toString',
  '../..',
  '%2e%2e',
  '\\',
  '<!DOCTYPE a>',
  '<![CDATA[',
  '&#xD800;',
  '<constructor/>',
  '"',
  "'",
  '*',
  '+',
  '>',
  '#',
  '1e400',
  '-0',
  '9007199254740993',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  ',',
  ':',
  '\r\n',
  '\x1e',
  '42["a"',
  'a=b&c',
  '=1+1',
  '0000-00-00',
  '9'.repeat(400),
  ' '.repeat(3_000),
  '('.repeat(500),
  '['.repeat(500),
  '$'.repeat(2_000),
];

/** A text that is near one of the samples. */
export function mutated(samples: readonly string[], dice: Dice): string {
  let text = dice.of(samples);
  for (let round = dice.below(4); round >= 0; round -= 1) {
    const from = dice.below(text.length + 1);
    const to = Math.min(text.length, from + dice.below(20));
    const middle = dice.of([
      () => dice.of(odd),
      () => '',
      () => text.slice(from, to).repeat(1 + dice.below(30)),
      () => dice.of(samples).slice(0, dice.below(200)),
      () => String.fromCharCode(dice.below(0x10000)),
    ])();
    text = text.slice(0, from) + middle + text.slice(to);
  }
  return text.slice(0, 200_000);
}

/** A value for what a page may send: near a sample, or nothing like it. */
export function mutatedValue(sample: unknown, dice: Dice, depth = 0): unknown {
  if (dice.below(depth === 0 ? 20 : 8) === 0) {
    return dice.of<unknown>([
      null,
      undefined,
      dice.of(odd),
      NaN,
      -1,
      2 ** 53,
      [],
      {},
      true,
      [[]],
      { secret: 'x' },
    ]);
  }
  if (Array.isArray(sample)) return sample.map((item) => mutatedValue(item, dice, depth + 1));
  if (typeof sample === 'string') return dice.below(3) === 0 ? mutated([sample], dice) : sample;
  if (typeof sample !== 'object' || sample === null) return sample;
  const entries = Object.entries(sample).filter(() => dice.below(10) > 0);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, mutatedValue(item, dice, depth + 1)]),
  );
}
