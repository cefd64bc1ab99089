import { isJsonObject, type JsonValue } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { ok, type Result } from '../result.ts';
import { withOurTokens } from './autoid-tokens.ts';
import { tokenChoices } from './token-catalogue.ts';
import { parseTokenText, tokenIn, type TokenText, type TokenType } from './token-text.ts';
import type { TemplateFormat } from './template.ts';
import { parseXmlTemplate, type XmlNode } from './xml-template.ts';
import { escapeAttribute, escapeText } from './xml-text.ts';

/** A place in a pasted sample that a token can fill. */
export interface SampleField {
  /** `customer.phone`, `order@number`: unique within the sample. */
  readonly path: string;
  /** The current value. */
  readonly sample: string;
  /** The type of the current value: a number stays a number. */
  readonly as: TokenType;
  /** Key of the token that fills it already; undefined where it has a sample value. */
  readonly token?: string | undefined;
}

/** The fields of a sample, in its order, with AutoID's tokens recognised. A problem names line and column. */
export function extractFields(format: TemplateFormat, sample: string): Result<SampleField[]> {
  if (format === 'json') {
    const document = parseJson(withOurTokens(format, sample));
    return document.ok ? ok(jsonFields(document.value, '')) : document;
  }
  const root = parseXmlTemplate(withOurTokens(format, sample));
  return root.ok ? ok(xmlFields(root.value, '')) : root;
}

/**
 * The sample with the chosen fields replaced; the others stay as they are.
 *
 * @param choice by path: the text to put there, with tokens
 */
export function sampleToTemplate(
  format: TemplateFormat,
  sample: string,
  choice: ReadonlyMap<string, string>,
): Result<string> {
  if (format === 'json') {
    const document = parseJson(withOurTokens(format, sample));
    return document.ok
      ? ok(JSON.stringify(replaceJson(document.value, '', choice), null, 2))
      : document;
  }
  const root = parseXmlTemplate(withOurTokens(format, sample));
  return root.ok ? ok(replaceXml(root.value, '', choice)) : root;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function jsonFields(value: JsonValue, path: string): SampleField[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => jsonFields(item, join(path, String(index))));
  }
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, item]) => jsonFields(item, join(path, name)));
  }
  const sample = String(value ?? '');
  return [
    { path: path === '' ? 'value' : path, sample, as: kindOf(value), token: tokenOf(sample) },
  ];
}

/** The token that is all of a field's text. */
function tokenOf(text: string): string | undefined {
  const parsed = parseTokenText(text);
  const [only] = parsed.ok ? parsed.value : [];
  if (!parsed.ok || parsed.value.length !== 1 || only === undefined || typeof only === 'string') {
    return undefined;
  }
  return tokenChoices.find(({ field }) => field === only.field)?.key;
}

function kindOf(value: JsonValue): TokenType {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

function replaceJson(
  value: JsonValue,
  path: string,
  choice: ReadonlyMap<string, string>,
): JsonValue {
  if (Array.isArray(value)) {
    return value.map((item, index) => replaceJson(item, join(path, String(index)), choice));
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        replaceJson(item, join(path, name), choice),
      ]),
    );
  }
  return choice.get(path === '' ? 'value' : path) ?? value;
}

/** An element's own path, counted where its name repeats. */
function childPaths(children: readonly XmlNode[], path: string): readonly string[] {
  const seen = new Map<string, number>();
  return children.map((child) => {
    if (child.kind !== 'element') return path;
    const count = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, count);
    return join(path, count === 1 ? child.name : `${child.name}[${count}]`);
  });
}

/** As it was written, tokens included. */
const literal = (parts: TokenText): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : tokenIn(part.field, part.as, part.format)))
    .join('');

const textOf = (children: readonly XmlNode[]): string =>
  children.map((child) => (child.kind === 'text' ? literal(child.parts) : '')).join('');

const hasElements = (children: readonly XmlNode[]): boolean =>
  children.some(({ kind }) => kind === 'element');

function xmlFields(node: XmlNode, path: string): SampleField[] {
  if (node.kind !== 'element') return [];
  const own = path === '' ? node.name : path;
  const attributes = node.attributes.map(([name, parts]): SampleField => ({
    path: `${own}@${name}`,
    sample: literal(parts),
    as: 'text',
    token: tokenOf(literal(parts)),
  }));
  if (!hasElements(node.children)) {
    const sample = textOf(node.children).trim();
    return [...attributes, { path: own, sample, as: 'text', token: tokenOf(sample) }];
  }
  const paths = childPaths(node.children, own);
  return [
    ...attributes,
    ...node.children.flatMap((child, index) => xmlFields(child, paths[index] ?? own)),
  ];
}

function replaceXml(node: XmlNode, path: string, choice: ReadonlyMap<string, string>): string {
  if (node.kind === 'comment') return `<!--${node.text}-->`;
  if (node.kind === 'text') return escapeText(literal(node.parts));
  const own = path === '' ? node.name : path;
  const attributes = node.attributes.map(([name, parts]) => {
    const text = choice.get(`${own}@${name}`) ?? literal(parts);
    return ` ${name}="${escapeAttribute(text)}"`;
  });
  const paths = childPaths(node.children, own);
  const inside = hasElements(node.children)
    ? node.children.map((child, index) => replaceXml(child, paths[index] ?? own, choice)).join('')
    : escapeText(choice.get(own) ?? textOf(node.children));
  const tag = node.name + attributes.join('');
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${node.name}>`;
}
