import { Combobox, Group, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import type { PaletteDialog } from './use-action-items.ts';
import { usePaletteGroups } from './use-palette-groups.ts';

interface PaletteBoxProps {
  readonly onClose: () => void;
  readonly onDialog: (dialog: PaletteDialog) => void;
}

/** Finds a page, a definition, a caller or an action as a person types, and goes there. */
export function PaletteBox({ onClose, onDialog }: PaletteBoxProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  // Typing comes first: what is found follows a moment later.
  const { groups, more } = usePaletteGroups(useDeferredValue(typed.trim()), onDialog);
  const combobox = useCombobox({ opened: true, onOpenedChange: onClose });
  const shown = groups.flatMap(({ items }) => items);
  const ids = shown.map(({ id }) => id).join('\n');
  const { getSelectedOptionIndex, selectOption, updateSelectedOptionIndex } = combobox;
  useEffect(() => {
    selectOption(Math.max(0, getSelectedOptionIndex()));
  }, [ids, selectOption, getSelectedOptionIndex]);
  const choose = (id: string): void => {
    const item = shown.find((one) => one.id === id);
    if (item === undefined) return;
    if (item !== more) onClose();
    item.run();
  };
  return (
    <Modal.Root opened onClose={onClose} size={600} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body p={0}>
          <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
            <Combobox.EventsTarget withExpandedAttribute>
              <TextInput
                data-autofocus
                size="md"
                variant="unstyled"
                px="sm"
                aria-label={t('palette.title')}
                placeholder={t('palette.hint')}
                leftSection={<IconSearch size={18} aria-hidden />}
                value={typed}
                onChange={(event) => {
                  updateSelectedOptionIndex(0);
                  setTyped(event.currentTarget.value);
                }}
              />
            </Combobox.EventsTarget>
            <PaletteList groups={groups} />
          </Combobox>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteList({ groups }: { groups: readonly PaletteGroup[] }) {
  const t = useText();
  return (
    // It scrolls itself: the arrow keys of the field above move through it.
    <Combobox.Options
      aria-label={t('palette.found')}
      mah="50vh"
      p={4}
      style={{ overflowY: 'auto' }}
    >
      {groups.map(({ label, items }) => (
        <Combobox.Group key={label} label={label}>
          {items.map((item) => (
            <PaletteLine key={item.id} item={item} />
          ))}
        </Combobox.Group>
      ))}
      {groups.length === 0 && <Combobox.Empty>{t('list.nothingFound')}</Combobox.Empty>}
    </Combobox.Options>
  );
}

function PaletteLine({ item: { id, label, detail, keys } }: { item: PaletteItem }) {
  return (
    <Combobox.Option value={id}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" truncate dir="auto">
          {label}
        </Text>
        {detail !== undefined && (
          // Paler than the label on every background, the selected line's too.
          <Text size="xs" opacity={0.85} style={{ flex: 'none' }}>
            {detail}
          </Text>
        )}
        {keys !== undefined && <KeyCaps parts={keys} />}
      </Group>
    </Combobox.Option>
  );
}
