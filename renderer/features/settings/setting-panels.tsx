import { Button, Stack, Text, Title } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Section } from '../../ui/section.tsx';
import {
  foundSettings,
  settingCategories,
  type SettingCategory,
  type SettingSection,
} from './setting-sections.ts';
import classes from './settings.module.css';

interface SettingPanelsProps {
  readonly categories: Readonly<Record<SettingCategory, readonly SettingSection[]>>;
  readonly search: string;
  readonly shown: SettingCategory;
  readonly onClear: () => void;
}

/** All settings. What is not shown stays in the page, so that a wrong value waits where it was typed. */
export function SettingPanels({ categories, search, shown, onClear }: SettingPanelsProps) {
  const t = useText();
  const found = settingCategories.map((name) => {
    const keys = foundSettings(t(`settings.category.${name}`), categories[name], search);
    return { name, keys: search !== '' || name === shown ? keys : none };
  });
  const count = found.reduce((sum, { keys }) => sum + keys.size, 0);
  return (
    <Stack gap="lg">
      {search !== '' && count > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('settings.found', { count })}
        </Text>
      )}
      {found.map(({ name, keys }) => (
        <div
          key={name}
          id={`settings-panel-${name}`}
          role="tabpanel"
          aria-label={t(`settings.category.${name}`)}
          hidden={keys.size === 0}
        >
          <Stack gap="md">
            {search !== '' && (
              <Title order={2} size="h5" c="dimmed">
                {t(`settings.category.${name}`)}
              </Title>
            )}
            {categories[name].map((section) => (
              <Panel key={section.title} section={section} keys={keys} />
            ))}
          </Stack>
        </div>
      ))}
      {count === 0 && (
        <EmptyNote text={t('settings.noneFound', { search })}>
          <Button variant="default" onClick={onClear}>
            {t('list.clearSearch')}
          </Button>
        </EmptyNote>
      )}
    </Stack>
  );
}

const none: ReadonlySet<string> = new Set();

interface PanelProps {
  readonly section: SettingSection;
  readonly keys: ReadonlySet<string>;
}

function Panel({ section: { title, intro, items }, keys }: PanelProps) {
  return (
    <div hidden={items.every(({ key }) => !keys.has(key))}>
      <Section title={title}>
        {intro !== undefined && (
          <Text size="sm" c="dimmed" mb="md">
            {intro}
          </Text>
        )}
        {items.map(({ key, content }) => (
          <div key={key} className={classes['item'] ?? ''} hidden={!keys.has(key)}>
            {content}
          </div>
        ))}
      </Section>
    </div>
  );
}
