import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** The values that a text names, with their types: ICU says which are numbers or one of several words. */
function valuesOf(elements: readonly MessageFormatElement[], found: Map<string, string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (element.type === TYPE.tag) throw new Error('Tags are not used in texts.');
    const { value: name } = element;
    if (element.type === TYPE.argument) found.set(name, found.get(name) ?? 'MessageValue');
    else if (element.type === TYPE.select) {
      const words = Object.keys(element.options).filter((word) => word !== 'other');
      found.set(name, [...words.map((word) => `'${word}'`), "'other'"].join(' | '));
    } else found.set(name, 'number');
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) valuesOf(option.value, found);
    }
  }
}

/** `{ count: number; name: MessageValue }`, or nothing between the braces. */
export function valuesType(text: string): Map<string, string> {
  const found = new Map<string, string>();
  valuesOf(parse(text, { ignoreTag: true }), found);
  return found;
}

/** The module that types every text by what it names. */
export function messageValuesModule(catalogue: Readonly<Record<string, string>>): string {
  const lines = Object.entries(catalogue).map(([id, text]) => {
    const values = [...valuesType(text)].map(([name, type]) => `readonly ${name}: ${type}`);
    return `  '${id}': ${values.length === 0 ? 'NoValues' : `{ ${values.join('; ')} }`};`;
  });
  return [
    "import type { MessageValue } from './message.ts';",
    '',
    '/** What a text without values takes. */',
    'export type NoValues = Readonly<Record<string, never>>;',
    '',
    '/** What each text of `en.json` names. Generated from it by `npm run docs`. */',
    'export interface MessageValues {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
