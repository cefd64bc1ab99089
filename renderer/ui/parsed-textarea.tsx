import { Textarea } from '@mantine/core';
import { useState } from 'react';

interface ParsedTextareaProps<T> {
  readonly label: string;
  readonly description?: string;
  readonly value?: T;
  readonly error?: string | undefined;
  /** For code, where columns matter. */
  readonly monospace?: boolean;
  readonly toText: (value: T) => string;
  readonly fromText: (text: string) => T;
  readonly onChange: (value: T) => void;
}

/** A value that is written as text, such as one pair per line. The text stays as it was typed. */
export function ParsedTextarea<T>(props: ParsedTextareaProps<T>) {
  const { value, toText, fromText, onChange, error, monospace = false, ...rest } = props;
  const [text, setText] = useState(() => (value === undefined ? '' : toText(value)));
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      error={error}
      {...(monospace && {
        styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } },
      })}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(fromText(event.currentTarget.value));
      }}
    />
  );
}
