import { Group, Stack, Tabs, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SavedNote, SavedProvider, useNoteSaved } from '../../forms/saved-note.tsx';
import { settingCategories, type SettingCategory } from './setting-sections.ts';
import { SettingPanels } from './setting-panels.tsx';
import classes from './settings.module.css';
import { categoryIcons, useSettingCategories } from './use-setting-categories.tsx';

export function SettingsPage() {
  return (
    <SavedProvider>
      <Settings />
    </SavedProvider>
  );
}

function Settings() {
  const t = useText();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<SettingCategory>('agent');
  const { problems, save, isLocked } = useSaving();
  const sections = useSettingCategories({ save, isLocked });
  // As in settings.module.css, so that the arrow keys go as the index does.
  const isNarrow = useMediaQuery('(max-width: 900px)');
  const open = (name: SettingCategory): void => {
    setSearch('');
    setCategory(name);
    window.scrollTo(0, 0);
  };
  return (
    <Stack maw={1000} mx="auto" gap={0}>
      <Group className={classes['head'] ?? ''} gap="md">
        <Title order={1} size="h3" mr="auto">
          {t('settings.title')}
        </Title>
        <SavedNote />
        <SearchField label={t('settings.search')} width={240} value={search} onChange={setSearch} />
      </Group>
      <ProblemList problems={problems} />
      <Tabs
        id="settings"
        className={classes['columns'] ?? ''}
        variant="pills"
        orientation={isNarrow ? 'horizontal' : 'vertical'}
        value={search.trim() === '' ? category : null}
        onChange={(name) => {
          const chosen = settingCategories.find((one) => one === name);
          if (chosen !== undefined) open(chosen);
        }}
      >
        <Index />
        <SettingPanels
          categories={sections}
          search={search.trim()}
          shown={category}
          onClear={() => setSearch('')}
        />
      </Tabs>
    </Stack>
  );
}

function Index() {
  const t = useText();
  return (
    <Tabs.List className={classes['index'] ?? ''} aria-label={t('settings.categories')}>
      {settingCategories.map((name) => {
        const CategoryIcon = categoryIcons[name];
        return (
          <Tabs.Tab key={name} value={name} leftSection={<CategoryIcon size={16} />}>
            {t(`settings.category.${name}`)}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}

function useSaving() {
  const locked = useDesk((desk) => desk.config.locked);
  const { problems, run } = useCommand();
  const noteSaved = useNoteSaved();
  const save: SaveSettings = (settings) =>
    void run(() => calls()['settings.save'](settings)).then((isSaved) => {
      if (isSaved) noteSaved();
    });
  const isLocked = (name: string): boolean => locked[`settings.${name}`] !== undefined;
  return { problems, save, isLocked };
}
