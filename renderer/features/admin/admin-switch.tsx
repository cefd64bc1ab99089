import { Button, Modal, NavLink, Stack } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The way into the administration where a PIN is set, and out of it. */
export function AdminSwitch({ isOpen }: { isOpen: boolean }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <NavLink
        component="button"
        mt="auto"
        label={isOpen ? t('admin.lock') : t('admin.unlock')}
        leftSection={
          isOpen ? <IconLockOpen size={18} aria-hidden /> : <IconLock size={18} aria-hidden />
        }
        onClick={() => {
          if (isOpen) void calls()['admin.lock'](undefined);
          else setAsking(true);
        }}
      />
      {asking && <PinDialog onClose={() => setAsking(false)} />}
    </>
  );
}

/** Asks for the PIN that opens the administration. */
export function PinDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { form, command, save } = useCommandForm({
    command: useCommand(),
    values: () => ({ pin: '' }),
    schema: administrationProcedures['admin.unlock'].input,
    send: calls()['admin.unlock'],
    onSaved: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('admin.unlockTitle')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <PasswordField label={t('admin.pin')} data-autofocus {...form.getInputProps('pin')} />
          <Button type="submit" loading={command.busy}>
            {t('admin.open')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
