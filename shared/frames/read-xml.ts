import { XMLParser } from 'fast-xml-parser';
import { isJsonObject, jsonValueSchema, type JsonValue } from '../json/json-value.ts';
import { fail, ok, type Result } from '../result.ts';
import { message, verbatim } from '../text/message.ts';
import { checkXml } from '../xml/check-xml.ts';

/** As deep as JSON may be. */
const maxDepth = 64;

/**
 * An XML text as an object: elements and attributes by their names without prefixes, values as texts, so that numbers
 * keep their digits. A document type is refused: its entities can name files and grow without end.
 *
 * @param isMapped a mapping gets the root element by its name; a dialect what is in it
 */
export function readXml(text: string, isMapped: boolean): Result<readonly JsonValue[]> {
  const checked = checkXml(text, message('problem.event.xmlDocumentType'));
  if (!checked.ok) return checked;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    removeNSPrefix: true,
    parseTagValue: false,
    maxNestedTags: maxDepth,
  });
  try {
    const read = jsonValueSchema.safeParse(parser.parse(text));
    if (!read.success || !isJsonObject(read.data))
      return fail(message('problem.event.notAnObject'));
    if (isMapped) return ok([read.data]);
    return ok(Object.values(read.data).flatMap(itemsOf));
  } catch (error) {
    const reason = verbatim(error instanceof Error ? error.message : String(error));
    return fail(message('problem.event.xmlUnread', { reason }));
  }
}

/** Several elements of one name are several events, also within a root that has nothing else. */
function itemsOf(root: JsonValue): JsonValue[] {
  const list = isJsonObject(root) && Object.keys(root).length === 1 ? Object.values(root)[0] : root;
  return Array.isArray(list) ? list : [root];
}
