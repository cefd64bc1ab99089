import { Textarea } from '@mantine/core';
import { useState } from 'react';

interface LinesFieldProps<T> {
  readonly label: string;
  readonly description?: string;
  readonly value?: T;
  readonly error?: string | undefined;
  readonly toText: (value: T) => string;
  readonly fromText: (text: string) => T;
  readonly onChange: (value: T) => void;
}

/** Names and values, one pair per line. The text stays as it was typed. */
export function LinesField<T>({
  value,
  toText,
  fromText,
  onChange,
  error,
  ...rest
}: LinesFieldProps<T>) {
  const [text, setText] = useState(() => (value === undefined ? '' : toText(value)));
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      error={error}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(fromText(event.currentTarget.value));
      }}
    />
  );
}
