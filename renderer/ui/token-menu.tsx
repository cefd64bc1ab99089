import {
  ActionIcon,
  Button,
  NativeSelect,
  Popover,
  ScrollArea,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconBraces, IconSearch } from '@tabler/icons-react';
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
import { hasWords, searchWords } from '../../shared/text/fold-text.ts';

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
  const [search, setSearch] = useState('');
  const [format, setFormat] = useState<ValueFormat | undefined>();
  return (
    <>
      <TextInput
        mb="xs"
        aria-label={t('webhooks.searchToken')}
        placeholder={t('webhooks.searchToken')}
        leftSection={<IconSearch size={16} />}
        value={search}
        data-autofocus
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <NativeSelect
        mb="xs"
        aria-label={t('format.label')}
        data={[
          { value: '', label: t('format.asIs') },
          ...valueFormats.map((value) => ({ value, label: t(`format.${value}`) })),
        ]}
        value={format ?? ''}
        onChange={(event) => setFormat(formatNamed(event.currentTarget.value))}
      />
      <FoundTokens
        search={search}
        onChoose={(field) => {
          const fits = format !== undefined && formatsFor(field).includes(format);
          onChoose(tokenIn(field, 'text', fits ? format : undefined));
        }}
      />
    </>
  );
}

interface FoundTokensProps {
  readonly search: string;
  readonly onChoose: (field: FieldRef) => void;
}

function FoundTokens({ search, onChoose }: FoundTokensProps) {
  const t = useText();
  const words = searchWords(search);
  const found = tokenChoices.filter((choice) =>
    hasWords(`${tokenLabel(choice, t)} ${choice.field}`, words),
  );
  return (
    <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0 }}>
      {tokenCategories.map((category) => {
        const items = found.filter((choice) => choice.category === category);
        return items.length === 0 ? null : (
          <TokenGroup
            key={category}
            label={t(`tokenCategories.${category}`)}
            items={items.slice(0, words.length === 0 ? shownAtOnce : items.length)}
            onChoose={onChoose}
          />
        );
      })}
    </ScrollArea.Autosize>
  );
}

function TokenGroup(props: {
  label: string;
  items: readonly TokenChoice[];
  onChoose: (field: FieldRef) => void;
}) {
  const t = useText();
  return (
    <div role="group" aria-label={props.label}>
      <Text size="xs" c="dimmed" mt="xs">
        {props.label}
      </Text>
      {props.items.map((choice) => (
        <Button
          key={choice.key}
          variant="subtle"
          color="gray"
          size="compact-sm"
          fullWidth
          justify="flex-start"
          fw={400}
          onClick={() => props.onChoose(choice.field)}
        >
          {tokenLabel(choice, t)}
        </Button>
      ))}
    </div>
  );
}
