import { ActionIcon, Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { permissionSchema, type CrmPermission } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useNoteSaved } from '../../forms/saved-note.tsx';

type Permissions = Readonly<Record<string, CrmPermission[]>>;

/** Which site may use microphone, clipboard and notifications. */
export function PermissionSettings({ locked }: { locked: boolean }) {
  const permissions = useDesk((desk) => desk.config.settings.permissions);
  const command = useCommand();
  const noteSaved = useNoteSaved();
  const save = async (changed: Permissions): Promise<boolean> => {
    const isSaved = await command.run(() => calls()['settings.save']({ permissions: changed }));
    if (isSaved) noteSaved();
    return isSaved;
  };
  return (
    <Stack gap="sm">
      <LockedNote part="settings.permissions" />
      {Object.entries(permissions).map(([site, granted]) => (
        <SitePermissions
          key={site}
          site={site}
          granted={granted}
          locked={locked}
          onGrant={(changed) => void save({ ...permissions, [site]: changed })}
          onRemove={() => {
            const rest = Object.entries(permissions).filter(([name]) => name !== site);
            void save(Object.fromEntries(rest));
          }}
        />
      ))}
      {!locked && <AddSite onAdd={(site) => save({ ...permissions, [site]: [] })} />}
      <ProblemList problems={command.problems} />
    </Stack>
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

function AddSite({ onAdd }: { onAdd: (site: string) => Promise<boolean> }) {
  const t = useText();
  const [origin, setOrigin] = useState('');
  const add = async (): Promise<void> => {
    // What is wrong with it is said below, and it stays to be mended.
    if (await onAdd(origin.trim())) setOrigin('');
  };
  return (
    <Group align="flex-end">
      <TextInput
        flex={1}
        label={t('settings.permissionOrigin')}
        placeholder="https://crm.example.com"
        value={origin}
        onChange={(event) => setOrigin(event.currentTarget.value)}
      />
      <Button variant="default" disabled={origin.trim() === ''} onClick={() => void add()}>
        {t('settings.addPermission')}
      </Button>
    </Group>
  );
}
