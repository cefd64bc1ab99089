import { parseJson } from '../../shared/json/parse-json.ts';
import type { JsonValue } from '../../shared/json/json-value.ts';
import { ParsedTextarea } from './parsed-textarea.tsx';

interface MessageFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value?: JsonValue | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}

/** A message for a server: JSON where it is JSON, else the text as it is. */
export function MessageField(props: MessageFieldProps) {
  return (
    <ParsedTextarea<JsonValue | undefined>
      {...props}
      monospace
      toText={textOf}
      fromText={messageOf}
    />
  );
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function messageOf(text: string): JsonValue | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
