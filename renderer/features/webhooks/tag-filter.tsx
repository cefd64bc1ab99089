import { Select } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';

interface TagFilterProps {
  /** Those in use. */
  readonly tags: readonly string[];
  readonly value: string | null;
  readonly onChange: (tag: string | null) => void;
}

/** The webhooks of one location or tag, as AutoID lists those of a location; nothing where none is tagged. */
export function TagFilter({ tags, value, onChange }: TagFilterProps) {
  const t = useText();
  if (tags.length === 0) return null;
  return (
    <Select
      aria-label={t('webhooks.tagFilter')}
      placeholder={t('webhooks.allTags')}
      w={240}
      searchable
      clearable
      data={[...tags]}
      value={value}
      onChange={onChange}
    />
  );
}
