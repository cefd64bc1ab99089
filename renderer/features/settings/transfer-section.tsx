import { Button, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import type { ImportView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { DialogFooter } from '../../ui/dialog-footer.tsx';
import { Section } from '../../ui/section.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Export and import of the configuration. */
export function TransferSection() {
  const t = useText();
  const command = useCommand();
  const [exporting, setExporting] = useState(false);
  const [opened, setOpened] = useState<ImportView | undefined>();
  const open = (): void => {
    void command.run(async () => {
      const reply = await calls()['config.openImport'](undefined);
      if (reply.ok) setOpened(reply.value);
      return reply;
    });
  };
  return (
    <Section title={t('transfer.title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('transfer.intro')}
        </Text>
        <Group>
          <Button variant="default" onClick={() => setExporting(true)}>
            {t('transfer.export')}
          </Button>
          <Button variant="default" loading={command.busy} onClick={open}>
            {t('transfer.import')}
          </Button>
        </Group>
        <ProblemList problems={command.problems} />
      </Stack>
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
      {opened !== undefined && <ImportDialog view={opened} onClose={() => setOpened(undefined)} />}
    </Section>
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
