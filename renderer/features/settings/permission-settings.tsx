import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { permissionSchema, type CrmPermission } from '../../../shared/model/settings.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { Section } from '../../ui/section.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import { useText } from '../../i18n/use-text.ts';

interface PermissionProps {
  readonly save: SaveSettings;
  readonly locked: boolean;
}

/** Which site may use microphone, clipboard and notifications. */
export function PermissionSettings({ save, locked }: PermissionProps) {
  const t = useText();
  const permissions = useDesk((desk) => desk.config.settings.permissions);
  return (
    <Section title={t('settings.permissions')}>
      <Stack gap="sm">
        <LockedNote part="settings.permissions" />
        <Text size="sm" c="dimmed">
          {t('settings.permissionsHint')}
        </Text>
        {Object.entries(permissions).map(([site, granted]) => (
          <SitePermissions
            key={site}
            site={site}
            granted={granted}
            locked={locked}
            onGrant={(changed) => save({ permissions: { ...permissions, [site]: changed } })}
            onRemove={() => {
              const rest = Object.entries(permissions).filter(([name]) => name !== site);
              save({ permissions: Object.fromEntries(rest) });
            }}
          />
        ))}
        {!locked && (
          <AddSite onAdd={(site) => save({ permissions: { ...permissions, [site]: [] } })} />
        )}
      </Stack>
    </Section>
  );
}

interface SitePermissionsProps {
  readonly site: string;
  readonly granted: CrmPermission[];
  readonly locked: boolean;
  readonly onGrant: (granted: CrmPermission[]) => void;
  readonly onRemove: () => void;
}

function SitePermissions({ site, granted, locked, onGrant, onRemove }: SitePermissionsProps) {
  const t = useText();
  return (
    <Group justify="space-between">
      <Checkbox.Group
        label={site}
        value={granted}
        onChange={(values) =>
          onGrant(permissionSchema.options.filter((name) => values.includes(name)))
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
          onClick={onRemove}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}

function AddSite({ onAdd }: { onAdd: (site: string) => void }) {
  const t = useText();
  const [origin, setOrigin] = useState('');
  return (
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
          onAdd(origin.trim());
          setOrigin('');
        }}
      >
        {t('settings.addPermission')}
      </Button>
    </Group>
  );
}
