import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { textPosition } from './text-position.ts';
import { message, type Message, verbatim } from '../text/message.ts';
import { isMessageId } from '../text/catalogues.ts';

/** Why a text is no JSON, with line and column where they are known. */
export function syntaxProblem(text: string): Message {
  if (text.trim() === '') return message('problem.json.empty');
  const first = firstSyntaxError(text);
  if (first === undefined) return message('problem.json.invalid');
  const reason = syntaxReason(printParseErrorCode(first.error));
  const position = textPosition(text, first.offset);
  return message('problem.json.syntax', { reason, position });
}

function syntaxReason(name: string): Message {
  const id = `problem.json.syntaxReason.${name}`;
  return isMessageId(id) ? { id } : verbatim(name);
}

function firstSyntaxError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // A hostile text can nest deeper than the stack: then there is no place to name.
  }
  return errors[0];
}
