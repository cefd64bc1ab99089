import { XMLValidator } from 'fast-xml-parser';
import { fail, ok, type Result } from '../result.ts';
import { message, type Message } from '../text/message.ts';

/**
 * Whether a text is XML that may be read.
 *
 * @param doctype what is said of a document type: its entities could read files or grow without end
 */
export function checkXml(text: string, doctype: Message): Result<null> {
  if (/<!DOCTYPE/i.test(text)) return fail(doctype);
  // Its successor is a package of its own with three more; this one is kept by the same hand. It throws at no text.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const valid = XMLValidator.validate(text);
  if (valid === true) return ok(null);
  const { msg, line, col } = valid.err;
  // Its type does not say that where no tag begins there is no column.
  const column = Number.isFinite(col) ? col : 1;
  const position = message('problem.document.position', { line, column });
  return fail(message('problem.xml.syntax', { reason: msg, position }));
}
