import { XMLValidator } from 'fast-xml-parser';
import { errorText } from '../error-text.ts';
import { fail, ok, type Result } from '../result.ts';
import { message, type Message } from '../text/message.ts';

// Its successor is a package of its own with three more; this one is kept by the same hand.
/* eslint-disable @typescript-eslint/no-deprecated */
/** What the validator says; a text where it throws. */
function validated(text: string): ReturnType<typeof XMLValidator.validate> | string {
  try {
    return XMLValidator.validate(text);
  } catch (error) {
    return errorText(error);
  }
}
/* eslint-enable @typescript-eslint/no-deprecated */

/**
 * Whether a text is XML that may be read.
 *
 * @param doctype what is said of a document type: its entities could read files or grow without end
 */
export function checkXml(text: string, doctype: Message): Result<null> {
  if (/<!DOCTYPE/i.test(text)) return fail(doctype);
  const valid = validated(text);
  if (typeof valid === 'string') return fail(message('problem.xml.unread', { reason: valid }));
  if (valid === true) return ok(null);
  const { msg, line, col } = valid.err;
  // Its type does not say that where no tag begins there is no column.
  const column = Number.isFinite(col) ? col : 1;
  const position = message('problem.document.position', { line, column });
  return fail(message('problem.xml.syntax', { reason: msg, position }));
}
