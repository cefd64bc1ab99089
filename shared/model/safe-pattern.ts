import { RE2JS, RE2JSException } from 're2js';
import { issueText } from '../text/message.ts';

/** Compiled once: a filter is asked at every event. */
const compiled = new Map<string, RE2JS>();
const maxCompiled = 500;

/**
 * Whether a text contains what a pattern describes, without regard to case. RE2 takes time in proportion to
 * the text whatever the pattern: an expression typed by an admin can never stop the desk.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let program = compiled.get(pattern);
  if (program === undefined) {
    program = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    if (compiled.size >= maxCompiled) compiled.clear();
    compiled.set(pattern, program);
  }
  return program.matcher(text).find();
}

/** The problem with a pattern as a sentence; undefined if there is none. */
export function patternProblem(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return undefined;
  } catch (error) {
    const reason = error instanceof RE2JSException ? error.message : String(error);
    return issueText('problem.field.regexUnsupported', { reason: reason.replace(/\.$/, '') });
  }
}
