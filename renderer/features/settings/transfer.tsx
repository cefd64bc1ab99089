import { Button, Group, Modal, Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { DialogFooter } from '../../ui/dialog-footer.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Export and import of the configuration. */
export function Transfer() {
  const t = useText();
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <Group align="flex-start">
        <Button variant="default" onClick={() => setExporting(true)}>
          {t('transfer.export')}
        </Button>
        <ImportButton label={t('transfer.import')} />
      </Group>
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  );
}

function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [withSecrets, setWithSecrets] = useState(false);
  const { form, command, save } = useCommandForm({
    command: useCommand(),
    values: () => ({ passphrase: '' }),
    schema: administrationProcedures['config.export'].input,
    toInput: (values) => (withSecrets ? values : {}),
    async send(input) {
      const reply = await calls()['config.export'](input);
      if (reply.ok && reply.value.file !== undefined) {
        notifications.show({ message: t('transfer.exported', { file: reply.value.file }) });
      }
      return reply;
    },
    onSaved: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('transfer.exportTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Switch
          label={t('transfer.withSecrets')}
          description={t('transfer.withSecretsHint')}
          checked={withSecrets}
          onChange={(event) => {
            command.clear();
            setWithSecrets(event.currentTarget.checked);
          }}
        />
        {withSecrets && (
          <PasswordField
            label={t('transfer.passphrase')}
            description={t('transfer.passphraseHint')}
            {...form.getInputProps('passphrase')}
          />
        )}
        <DialogFooter
          command={command}
          confirm={t('transfer.saveFile')}
          onConfirm={() => void save()}
          onCancel={onClose}
        />
      </Stack>
    </Modal>
  );
}
