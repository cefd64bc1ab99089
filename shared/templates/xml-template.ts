import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { JsonValue } from '../json/json-value.ts';
import { fail, ok, type Result } from '../result.ts';
import { fillText, type FillSettings } from './fill-text.ts';
import { typedValue } from './json-template.ts';
import { parseTokenText, type TokenText } from './token-text.ts';
import { escapeAttribute, escapeText, elementName } from './xml-text.ts';
import { message } from '../text/message.ts';
import { errorText } from '../error-text.ts';
import { checkXml } from '../xml/check-xml.ts';

/** An XML template ready to be filled. */
export type XmlNode =
  | { readonly kind: 'text'; readonly parts: TokenText }
  | { readonly kind: 'comment'; readonly text: string }
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes: readonly (readonly [string, TokenText])[];
      readonly children: readonly XmlNode[];
    };

/** What the parser makes of a document with `preserveOrder`: one key names the node, `:@` its attributes. */
const parsedSchema = z.array(z.record(z.string(), z.unknown()));
const attributesSchema = z.record(z.string(), z.string());
const attributesKey = ':@';
const maxDepth = 64;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  htmlEntities: true, // also &#233;
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Reads a template: XML first, then the tokens in its texts and attributes. */
export function parseXmlTemplate(text: string): Result<XmlNode> {
  if (text.trim() === '') return fail(message('problem.xml.empty'));
  const checked = checkXml(text, message('problem.xml.doctype'));
  if (!checked.ok) return checked;
  const nodes = parsedNodes(text);
  if (!nodes.ok) return nodes;
  const read = readNodes(nodes.value, 0);
  if (!read.ok) return read;
  const roots = read.value.filter(({ kind }) => kind === 'element');
  const [root] = roots;
  return root !== undefined && roots.length === 1 ? ok(root) : fail(message('problem.xml.oneRoot'));
}

/** The parser throws at what it will not read, such as `<constructor/>` or tags without end. */
function parsedNodes(text: string): Result<z.infer<typeof parsedSchema>> {
  try {
    const nodes = parsedSchema.safeParse(parser.parse(text));
    return nodes.success ? ok(nodes.data) : fail(message('problem.xml.invalid'));
  } catch (error) {
    return fail(message('problem.xml.unread', { reason: errorText(error) }));
  }
}

function readNodes(nodes: z.infer<typeof parsedSchema>, depth: number): Result<XmlNode[]> {
  if (depth > maxDepth) return fail(message('problem.document.tooDeep', { limit: maxDepth }));
  const read: XmlNode[] = [];
  for (const node of nodes) {
    const one = readNode(node, depth);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
}

function readNode(node: Readonly<Record<string, unknown>>, depth: number): Result<XmlNode> {
  const [name = '', content] = Object.entries(node).find(([key]) => key !== attributesKey) ?? [];
  if (name === '#text') return readText(content);
  const inner = parsedSchema.safeParse(content);
  if (!inner.success) return fail(message('problem.xml.invalid'));
  const children = inner.data;
  // A CDATA section is only a way to write text; filled, it could hold its own end.
  if (name === '#cdata') return readText(children[0]?.['#text']);
  if (name === '#comment')
    return ok({ kind: 'comment', text: z.string().catch('').parse(children[0]?.['#text']) });
  const inside = readNodes(children, depth + 1);
  if (!inside.ok) return inside;
  const attributes: (readonly [string, TokenText])[] = [];
  const given = attributesSchema.safeParse(node[attributesKey] ?? {});
  if (!given.success) return fail(message('problem.xml.invalid'));
  for (const [key, text] of Object.entries(given.data)) {
    const parts = parseTokenText(text);
    if (!parts.ok) return parts;
    attributes.push([key, parts.value]);
  }
  return ok({ kind: 'element', name, attributes, children: inside.value });
}

function readText(content: unknown): Result<XmlNode> {
  const parts = parseTokenText(typeof content === 'string' ? content : '');
  return parts.ok ? ok({ kind: 'text', parts: parts.value }) : parts;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const nilNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** The filled document as text. */
export const fillXml = (root: XmlNode, settings: FillSettings): string =>
  declaration + write(usesNil(root, settings) ? withNilNamespace(root) : root, settings);

const usesNil = (node: XmlNode, settings: FillSettings): boolean =>
  node.kind === 'element' &&
  settings.whenUnset === 'null' &&
  (isUnset(node.children, settings) || node.children.some((child) => usesNil(child, settings)));

/** Once, at the root: there it holds for all. */
const withNilNamespace = (root: XmlNode): XmlNode =>
  root.kind !== 'element' || root.attributes.some(([key]) => key === 'xmlns:xsi')
    ? root
    : { ...root, attributes: [...root.attributes, ['xmlns:xsi', [nilNamespace]]] };

function write(node: XmlNode, settings: FillSettings): string {
  switch (node.kind) {
    case 'comment':
      return `<!--${node.text}-->`;
    case 'text':
      return node.parts
        .map((part) =>
          typeof part === 'string' ? escapeText(part) : writeValue(typedValue(part, settings)),
        )
        .join('');
    case 'element':
      return writeElement(node, settings);
  }
}

function writeElement(
  { name, attributes, children }: Extract<XmlNode, { kind: 'element' }>,
  settings: FillSettings,
): string {
  const unset = isUnset(children, settings);
  if (unset && settings.whenUnset === 'drop') return '';
  const isNil = unset && settings.whenUnset === 'null';
  const written = attributes
    .filter(([key]) => !isNil || key !== 'xsi:nil')
    .map(([key, parts]) => ` ${key}="${escapeAttribute(fillText(parts, settings) ?? '')}"`);
  if (isNil) return `<${name}${written.join('')} xsi:nil="true"/>`;
  const inside = children.map((child) => write(child, settings)).join('');
  const tag = name + written.join('');
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>`;
}

/** An element that is nothing but one token without a value. */
function isUnset(children: readonly XmlNode[], settings: FillSettings): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.kind !== 'text' || only.parts.length !== 1) return false;
  const [part] = only.parts;
  return part !== undefined && typeof part !== 'string' && typedValue(part, settings) === undefined;
}

/** Objects become elements, lists repeated ones, so that nested values stay values. */
function writeValue(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => `<item>${writeValue(item)}</item>`).join('');
  if (typeof value !== 'object') return escapeText(String(value));
  return Object.entries(value)
    .map(([key, item]) => {
      const name = elementName(key);
      return `<${name}>${writeValue(item)}</${name}>`;
    })
    .join('');
}
