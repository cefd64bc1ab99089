import { jsonText } from '../json/json-value.ts';
import { textPosition } from '../json/text-position.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FillSettings } from './fill-text.ts';
import { fillJson, parseJsonTemplate } from './json-template.ts';
import { parseTokenText } from './token-text.ts';
import { fillXml, parseXmlTemplate } from './xml-template.ts';
import { message, type Message } from '../text/message.ts';

export const templateFormats = ['json', 'xml'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/** Makes the body for a call. */
export type FillTemplate = (settings: FillSettings) => string;

/** Reads a template. A problem names line and column. */
export function prepareTemplate(format: TemplateFormat, text: string): Result<FillTemplate> {
  const prepared = format === 'json' ? prepareJson(text) : prepareXml(text);
  if (prepared.ok) return prepared;
  const { message: said } = prepared.problem;
  const position = 'position' in (said.values ?? {}) ? undefined : placeOfToken(text);
  return fail(
    position === undefined ? said : message('problem.template.at', { problem: said, position }),
  );
}

function prepareJson(text: string): Result<FillTemplate> {
  const template = parseJsonTemplate(text);
  if (!template.ok) return template;
  return ok((settings) => {
    const value = fillJson(template.value, settings);
    return value === undefined ? jsonText('') : JSON.stringify(value);
  });
}

function prepareXml(text: string): Result<FillTemplate> {
  const root = parseXmlTemplate(text);
  return root.ok ? ok((settings) => fillXml(root.value, settings)) : root;
}

/** The position of the first invalid token. */
function placeOfToken(text: string): Message | undefined {
  for (const match of text.matchAll(/\{\{[^{}]*\}\}/g)) {
    if (!parseTokenText(match[0]).ok) return textPosition(text, match.index);
  }
  return undefined;
}
