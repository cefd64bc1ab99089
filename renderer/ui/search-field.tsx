import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** What can be searched for; without one the label says it. */
  readonly placeholder?: string;
  readonly width?: number;
  readonly onChange: (text: string) => void;
}

/** Finds in a list as it is typed, with a way to all of it again. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, placeholder = label, width = 320, onChange } = props;
  const t = useText();
  return (
    <TextInput
      type="search"
      w={width}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('list.clearSearch')}
            onClick={() => onChange('')}
          >
            <IconX size={16} />
          </ActionIcon>
        )
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
