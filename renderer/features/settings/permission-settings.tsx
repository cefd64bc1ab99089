import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { permissionSchema } from '../../../shared/model/settings.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { Section } from '../../ui/section.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import { useText } from '../../i18n/use-text.ts';

/** Which site may use microphone, clipboard and notifications. */
export function PermissionSettings({ save, locked }: { save: SaveSettings; locked: boolean }) {
  const t = useText();
  const permissions = useDesk((desk) => desk.config.settings.permissions);
  const [origin, setOrigin] = useState('');
  return (
    <Section title={t('settings.permissions')}>
      <Stack gap="sm">
        {locked && <LockedNote />}
        <Text size="sm" c="dimmed">
          {t('settings.permissionsHint')}
        </Text>
        {Object.entries(permissions).map(([site, granted]) => (
          <Group key={site} justify="space-between">
            <Checkbox.Group
              label={site}
              value={granted}
              onChange={(values) =>
                save({
                  permissions: {
                    ...permissions,
                    [site]: permissionSchema.options.filter((name) => values.includes(name)),
                  },
                })
              }
            >
              <Group mt={4}>
                {permissionSchema.options.map((name) => (
                  <Checkbox
                    key={name}
                    value={name}
                    label={t(`settings.permission.${name}`)}
                    disabled={locked}
                  />
                ))}
              </Group>
            </Checkbox.Group>
            {!locked && (
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`${t('common.delete')}: ${site}`}
                onClick={() => {
                  const rest = Object.entries(permissions).filter(([name]) => name !== site);
                  save({ permissions: Object.fromEntries(rest) });
                }}
              >
                <IconTrash size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!locked && (
          <Group align="flex-end">
            <TextInput
              flex={1}
              label={t('settings.permissionOrigin')}
              placeholder="https://crm.example.com"
              value={origin}
              onChange={(event) => setOrigin(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={origin.trim() === ''}
              onClick={() => {
                save({ permissions: { ...permissions, [origin.trim()]: [] } });
                setOrigin('');
              }}
            >
              {t('settings.addPermission')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
