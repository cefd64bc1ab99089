import { Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { TokenMenu } from './token-menu.tsx';

interface TokenFieldProps {
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** For whole documents. */
  readonly multiline?: boolean;
  readonly onChange: (text: string) => void;
}

/** A text field for texts with tokens, with a list to choose them from. */
export function TokenField(props: TokenFieldProps) {
  const { multiline = false, value = '', onChange, ariaLabel, ...rest } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const insert = (token: string): void => {
    const element = multiline ? area.current : line.current;
    const from = element?.selectionStart ?? value.length;
    const to = element?.selectionEnd ?? from;
    onChange(value.slice(0, from) + token + value.slice(to));
  };
  const common = {
    ...rest,
    value,
    'aria-label': ariaLabel,
    spellCheck: false,
    flex: 1,
    rightSection: <TokenMenu onChoose={insert} />,
    rightSectionProps: multiline ? { style: { alignItems: 'flex-start', paddingTop: 4 } } : {},
  } as const;
  return multiline ? (
    <Textarea
      {...common}
      ref={area}
      autosize
      minRows={8}
      maxRows={22}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} ref={line} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
