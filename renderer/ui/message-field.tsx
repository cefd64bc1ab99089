import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { parseJson } from '../../shared/json/parse-json.ts';
import type { JsonValue } from '../../shared/json/json-value.ts';

interface MessageFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value?: JsonValue | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}

/** A message for a server: JSON where it is JSON, else the text as it is. */
export function MessageField({ value, onChange, error, ...rest }: MessageFieldProps) {
  const [text, setText] = useState(() => textOf(value));
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      error={error}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(messageOf(event.currentTarget.value));
      }}
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
