import { RE2JS, RE2JSException } from 're2js';
import { comparableText } from '../text/fold-text.ts';
import { issueText } from '../text/message.ts';

/** Compiled once: a filter is asked at every event. */
const compiled = new Map<string, RE2JS>();
const maxCompiled = 500;

/**
 * Whether a text contains what a pattern describes. RE2 takes time in proportion to the text whatever the pattern: an
 * expression typed by an admin can never stop the desk.
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
  return program.matcher(comparableText(text)).find();
}

/** The problem with a pattern as a sentence; undefined if there is none. */
export function patternProblem(pattern: string): string | undefined {
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    const reason = error instanceof RE2JSException ? error.message : String(error);
    return issueText('problem.field.regexUnsupported', { reason: reason.replace(/\.$/, '') });
  }
}

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
