import { tokenChoices, type TokenChoice } from './token-catalogue.ts';
import type { TemplateFormat } from './template.ts';
import { tokenIn, type TokenType } from './token-text.ts';

/** What AutoID's manual calls nested: they become objects. */
const nested: ReadonlySet<string> = new Set(['%prompt_responses%', '%tags%']);
/** What is a number in a template that leaves its quotes out. */
const numbers: ReadonlySet<string> = new Set([
  '%dialed_time%',
  '%answered_time%',
  '%repeat_caller%',
  '%ani_is_valid%',
  '%ring_count%',
  '%visitor_lat%',
  '%visitor_long%',
]);

const choices: ReadonlyMap<string, TokenChoice> = new Map(
  tokenChoices.map((choice) => [choice.key, choice]),
);

/** How a chosen token fills a whole field. @param as the type of what stood there */
export const wholeToken = ({ key, field }: TokenChoice, as: TokenType): string =>
  tokenIn(field, nested.has(key) ? 'json' : as);

/**
 * A template with AutoID's tokens, such as `%ani%`, in ours: `{{callerNumber}}`. In quotes or without them, which that
 * system allows and JSON and XML do not. Other texts between percent signs stay as they are.
 */
export function withOurTokens(format: TemplateFormat, text: string): string {
  let result = '';
  let place = startOf(format);
  for (let index = 0; index < text.length; index += 1) {
    const token = text[index] === '%' ? tokenAt(text, index) : undefined;
    if (token === undefined) {
      place = place.after(text, index);
      result += text.charAt(index);
      continue;
    }
    const end = index + token.key.length;
    const isWhole = place.isQuoted && text[index - 1] === text[end] && isQuote(text[end]);
    result += written(token, place, isWhole);
    index = end - 1;
  }
  return result;
}

function written(token: TokenChoice, { isQuoted, needsQuotes }: Place, isWhole: boolean): string {
  if (needsQuotes) return `"${wholeToken(token, numbers.has(token.key) ? 'number' : 'text')}"`;
  return isQuoted && !isWhole ? tokenIn(token.field) : wholeToken(token, 'text');
}

const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";

const longestToken = 64;

function tokenAt(text: string, start: number): TokenChoice | undefined {
  const end = text.indexOf('%', start + 1);
  return end === -1 || end - start > longestToken
    ? undefined
    : choices.get(text.slice(start, end + 1));
}

/** Where in a document a character stands. */
interface Place {
  readonly isQuoted: boolean;
  /** A token that stands here is no JSON or XML without quotes. */
  readonly needsQuotes: boolean;
  readonly after: (text: string, index: number) => Place;
}

const startOf = (format: TemplateFormat): Place => (format === 'json' ? outsideJson : content);

const outsideJson: Place = {
  isQuoted: false,
  needsQuotes: true,
  after: (text, index) => (text[index] === '"' ? insideJson : outsideJson),
};

const insideJson: Place = {
  isQuoted: true,
  needsQuotes: false,
  after: (text, index) => {
    if (text[index] === '\\') return escapedJson;
    return text[index] === '"' ? outsideJson : insideJson;
  },
};

const escapedJson: Place = { ...insideJson, after: () => insideJson };

const content: Place = {
  isQuoted: false,
  needsQuotes: false,
  after: (text, index) => (text[index] === '<' ? tag : content),
};

const tag: Place = {
  isQuoted: false,
  needsQuotes: true,
  after: (text, index) => {
    const character = text[index];
    if (isQuote(character)) return character === '"' ? doubleQuoted : singleQuoted;
    return character === '>' ? content : tag;
  },
};

const doubleQuoted: Place = {
  isQuoted: true,
  needsQuotes: false,
  after: (text, index) => (text[index] === '"' ? tag : doubleQuoted),
};

const singleQuoted: Place = {
  isQuoted: true,
  needsQuotes: false,
  after: (text, index) => (text[index] === "'" ? tag : singleQuoted),
};
