import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import { ownChoices } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { useText } from '../../i18n/use-text.ts';

interface PinSettingsProps {
  readonly save: SaveSettings;
  readonly isLocked: (name: string) => boolean;
}

const rights = ['view', 'create', 'edit'] as const;

/** The PIN before the administration, and what agents may do without it. */
export function PinSettings({ save, isLocked }: PinSettingsProps) {
  const { hasPin } = useDesk((desk) => desk.config.rights);
  return (
    <Stack>
      {isLocked('adminPin') ? (
        <LockedNote part="settings.adminPin" />
      ) : (
        <PinFields hasPin={hasPin} />
      )}
      {hasPin && <AgentRights save={save} disabled={isLocked('agentRights')} />}
      {hasPin && <AgentChoices save={save} disabled={isLocked('agentMayChange')} />}
    </Stack>
  );
}

function PinFields({ hasPin }: { hasPin: boolean }) {
  const t = useText();
  const command = useCommand();
  const [isOpen, setOpen] = useState(false);
  const { form, save } = useCommandForm({
    command,
    values: () => ({ pin: '' }),
    schema: administrationProcedures['admin.setPin'].input,
    send: calls()['admin.setPin'],
    onSaved: () => setOpen(false),
  });
  const open = (): void => {
    form.reset();
    setOpen(true);
  };
  const remove = async (): Promise<void> => {
    if (await command.run(() => calls()['admin.setPin']({ pin: '' }))) setOpen(false);
  };
  return (
    <>
      <Group>
        <Text size="sm">{hasPin ? t('admin.isSet') : t('admin.none')}</Text>
        <Button variant="default" onClick={open}>
          {hasPin ? t('admin.change') : t('admin.set')}
        </Button>
        {hasPin && (
          <Button variant="default" onClick={() => void remove()}>
            {t('admin.remove')}
          </Button>
        )}
      </Group>
      {isOpen && (
        <Group align="flex-end">
          <PasswordField w={260} label={t('admin.newPin')} {...form.getInputProps('pin')} />
          <Button
            disabled={form.values.pin === ''}
            loading={command.busy}
            onClick={() => void save()}
          >
            {t('admin.save')}
          </Button>
        </Group>
      )}
      <ProblemList problems={command.problems} />
    </>
  );
}

function AgentRights({ save, disabled }: { save: SaveSettings; disabled: boolean }) {
  const t = useText();
  const { agentRights } = useDesk((desk) => desk.config.settings);
  return (
    <Checkbox.Group
      label={t('admin.rights')}
      value={rights.filter((right) => agentRights[right])}
      onChange={(values) =>
        save({
          agentRights: {
            view: values.includes('view'),
            create: values.includes('create'),
            edit: values.includes('edit'),
          },
        })
      }
    >
      <Stack gap={6} mt={6}>
        {rights.map((right) => (
          <Checkbox
            key={right}
            value={right}
            label={t(`admin.right.${right}`)}
            disabled={disabled}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function AgentChoices({ save, disabled }: { save: SaveSettings; disabled: boolean }) {
  const t = useText();
  const { agentMayChange } = useDesk((desk) => desk.config.settings);
  return (
    <Checkbox.Group
      label={t('admin.mayChange')}
      value={agentMayChange}
      onChange={(values) =>
        save({ agentMayChange: ownChoices.filter((choice) => values.includes(choice)) })
      }
    >
      <Stack gap={6} mt={6}>
        {ownChoices.map((choice) => (
          <Checkbox
            key={choice}
            value={choice}
            label={t(`admin.may.${choice}`)}
            disabled={disabled}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
