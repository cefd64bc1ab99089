/** A sentence of the app as it is shown; what is not in the catalogue stays English. */
export type TranslateMessage = (message: string) => string;

/** A sentence inside another, inside another: deeper none of ours goes. */
const maxDepth = 3;
/** Sentences kept as they were found: lists are drawn again and again. */
const maxKnown = 500;

interface Pattern {
  readonly expression: RegExp;
  readonly translation: string;
}

/**
 * Translates the sentences that come out of the main process and of shared code. They are written in
 * English, which is what logs and support read, and their English is the key, as in gettext: `{0}` is
 * a value in a sentence, and a sentence inside another is translated with it.
 */
export function createTranslator(catalogue: Readonly<Record<string, string>>): TranslateMessage {
  const whole = new Map(
    Object.entries(catalogue).filter(([english]) => !placeholder.test(english)),
  );
  const patterns = Object.entries(catalogue)
    .filter(([english]) => placeholder.test(english))
    // The most said first: "Expired before it could be delivered. {0}" before a shorter one that would take it too.
    .sort(([a], [b]) => b.length - a.length)
    .map(([english, translation]) => ({ expression: expressionOf(english), translation }));
  const known = new Map<string, string>();
  const translate = (message: string, depth: number): string => {
    const simple = whole.get(message);
    if (simple !== undefined || depth > maxDepth) return simple ?? message;
    for (const { expression, translation } of patterns satisfies readonly Pattern[]) {
      const match = expression.exec(message);
      if (match === null) continue;
      return translation.replace(/\{(\d)\}/g, (_, index: string) =>
        translate(match[Number(index) + 1] ?? '', depth + 1),
      );
    }
    return message;
  };
  return (message) => {
    const before = known.get(message);
    if (before !== undefined) return before;
    const translated = translate(message, 0);
    if (known.size >= maxKnown) known.clear();
    known.set(message, translated);
    return translated;
  };
}

const placeholder = /\{\d\}/;

function expressionOf(english: string): RegExp {
  const parts = english
    .split(placeholder)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('([\\s\\S]*?)')}$`);
}
