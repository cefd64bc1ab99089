import { message, type Message } from '../text/message.ts';
/** "line 3, column 5": the position of an offset (0 is the first character) in a text, as an editor counts. */
export function textPosition(text: string, offset: number): Message {
  const before = text.slice(0, offset);
  return message('problem.document.position', {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  });
}
