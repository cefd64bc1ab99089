import { RE2JS, RE2JSException } from 're2js';
import { comparableText } from '../text/fold-text.ts';
import { issueText } from '../text/message.ts';

/** Compiled once: a filter is asked at every event. */
const compiled = new Map<string, RE2JS>();
const maxCompiled = 500;

/** Steps of a compiled pattern: 300 phone numbers take 1,800. Each `.{0,1000}` takes 2,000. */
const maxProgram = 10_000;
/** Characters of a pattern as it is written. */
const maxPattern = 10_000;
/** RE2 takes at most one step of its program for each character; a million are some 60 ms. */
const stepsOfMatch = 1_000_000;
/** Characters of a text that are looked at: no call field is longer. */
const maxText = 10_000;

/**
 * Whether a text contains what a pattern describes. RE2 takes time in proportion to the text and to the pattern: with a
 * limit for both, an expression typed by an admin can never stop the desk. Of a very long text only the beginning is looked at.
 *
 * Texts compare as everywhere: the pattern is asked of the text as `comparableText` makes it (`^` is its first letter,
 * outer spaces do not count), and the letters of the pattern are folded like it. A letter that is written as an
 * escape (`\x{130}`) is not.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let program = compiled.get(pattern);
  if (program === undefined) {
    program = compile(pattern);
    if (compiled.size >= maxCompiled) compiled.clear();
    compiled.set(pattern, program);
  }
  const looked = Math.min(maxText, Math.floor(stepsOfMatch / program.programSize()));
  return program.matcher(comparableText(text.slice(0, maxText)).slice(0, looked)).find();
}

/** The problem with a pattern as a sentence; undefined if there is none. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > maxPattern) return tooLarge;
  try {
    return compile(pattern).programSize() > maxProgram ? tooLarge : undefined;
  } catch (error) {
    const reason = error instanceof RE2JSException ? error.message : String(error);
    return issueText('problem.field.regexUnsupported', { reason: reason.replace(/\.$/, '') });
  }
}

const tooLarge = issueText('problem.field.regexTooLarge');

/** A range that folding turns round (`[ž-ı]`) is taken as it was written. */
function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(foldedPattern(pattern), RE2JS.CASE_INSENSITIVE);
  } catch {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  }
}

/** ASCII is the pattern's own language and stays; other letters become those that a folded text has. */
const foldedPattern = (pattern: string): string =>
  pattern.normalize('NFC').replace(/[^\0-\x7f]/gu, (letter) => {
    const folded = comparableText(letter);
    return /^[\p{L}\p{M}\p{N}]+$/u.test(folded) ? folded : letter;
  });
