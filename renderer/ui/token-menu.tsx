import { ActionIcon, NativeSelect, Popover, Text, Tooltip } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useState } from 'react';
import {
  tokenCategories,
  tokenChoices,
  tokenLabel,
  type TokenChoice,
} from '../../shared/templates/token-catalogue.ts';
import type { FieldRef } from '../../shared/model/call-fields.ts';
import { formatNamed, formatsFor } from '../../shared/templates/format-choices.ts';
import { valueFormats, type ValueFormat } from '../../shared/templates/format-value.ts';
import { tokenIn } from '../../shared/templates/token-text.ts';
import { useText } from '../i18n/use-text.ts';
import { hasWords } from '../../shared/text/fold-text.ts';
import { ownEscape, SearchedRow, SearchedRows } from './searched-rows.tsx';

const shownAtOnce = 40;

/** A button that opens a list of call fields; the one chosen is handed on as a token. */
export function TokenMenu({ onChoose }: { onChoose: (token: string) => void }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const choose = (token: string): void => {
    setOpened(false);
    onChoose(token);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={360}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={t('webhooks.insertToken')}>
          <ActionIcon
            variant="subtle"
            aria-label={t('webhooks.insertToken')}
            onClick={() => setOpened(!opened)}
          >
            <IconBraces size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('webhooks.insertToken')}>
        <TokenChooser onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Search and format begin anew each time the list opens. */
function TokenChooser({ onChoose }: { onChoose: (token: string) => void }) {
  const t = useText();
  const [format, setFormat] = useState<ValueFormat | undefined>();
  const choose = (field: FieldRef): void => {
    const fits = format !== undefined && formatsFor(field).includes(format);
    onChoose(tokenIn(field, 'text', fits ? format : undefined));
  };
  return (
    <SearchedRows
      title={t('webhooks.insertToken')}
      label={t('webhooks.searchToken')}
      above={
        <NativeSelect
          mb="xs"
          aria-label={t('format.label')}
          data={[
            { value: '', label: t('format.asIs') },
            ...valueFormats.map((value) => ({ value, label: t(`format.${value}`) })),
          ]}
          value={format ?? ''}
          {...ownEscape}
          onChange={(event) => setFormat(formatNamed(event.currentTarget.value))}
        />
      }
    >
      {(words) => {
        const found = tokenChoices.filter((choice) =>
          hasWords(`${tokenLabel(choice, t)} ${choice.field}`, words),
        );
        const atOnce = words.length === 0 ? shownAtOnce : found.length;
        return found.length === 0 ? null : (
          <TokenGroups found={found} atOnce={atOnce} onChoose={choose} />
        );
      }}
    </SearchedRows>
  );
}

interface TokenGroupsProps {
  readonly found: readonly TokenChoice[];
  /** Of each category. */
  readonly atOnce: number;
  readonly onChoose: (field: FieldRef) => void;
}

function TokenGroups({ found, atOnce, onChoose }: TokenGroupsProps) {
  const t = useText();
  return tokenCategories.map((category) => {
    const items = found.filter((choice) => choice.category === category).slice(0, atOnce);
    if (items.length === 0) return null;
    const label = t(`tokenCategories.${category}`);
    return (
      <div key={category} role="group" aria-label={label}>
        <Text size="xs" c="dimmed" mt="xs" px="xs">
          {label}
        </Text>
        {items.map((choice) => (
          <SearchedRow
            key={choice.key}
            label={tokenLabel(choice, t)}
            onChoose={() => onChoose(choice.field)}
          />
        ))}
      </div>
    );
  });
}
