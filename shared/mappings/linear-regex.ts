import { RE2JS } from 're2js';

/**
 * What JSONata needs of a regular expression, on RE2: a pattern of a mapping meets texts from outside, and must take
 * time in proportion to them.
 */
class LinearRegex {
  public lastIndex = 0;
  private readonly program: RE2JS;

  public constructor(native: RegExp) {
    const flags =
      (native.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (native.multiline ? RE2JS.MULTILINE : 0);
    this.program = RE2JS.compile(RE2JS.translateRegExp(native.source), flags);
  }

  /** As of a native expression with the flag `g`, which JSONata sets. */
  public exec(
    text: string,
  ): { index: number; length: number; [group: number]: string | undefined } | null {
    const matcher = this.program.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    this.lastIndex = matcher.end();
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_, group) => matcher.group(group) ?? undefined,
    );
    return Object.assign(groups, { index: matcher.start() });
  }
}

/**
 * For JSONata's option `RegexEngine`. It only ever makes one of a native expression, and asks it for `exec`, `lastIndex`.
 */
export const linearRegexEngine: RegExpConstructor = new Proxy(RegExp, {
  construct: (_native, [source]: [RegExp]) => new LinearRegex(source),
});
