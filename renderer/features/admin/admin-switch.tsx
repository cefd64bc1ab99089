import { Button, Modal, NavLink, Stack } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
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

function PinDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const command = useCommand();
  const [pin, setPin] = useState('');
  const unlock = async (): Promise<void> => {
    if (await command.run(() => calls()['admin.unlock']({ pin }))) onClose();
  };
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
          void unlock();
        }}
      >
        <Stack>
          <PasswordField
            label={t('admin.pin')}
            data-autofocus
            value={pin}
            error={command.problemAt('pin')}
            onChange={(event) => {
              command.clear();
              setPin(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={command.busy}>
            {t('admin.open')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
