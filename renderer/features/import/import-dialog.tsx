import { Alert, Modal, Radio, Stack, Text } from '@mantine/core';
import type { ImportMode } from '../../../shared/config/config-diff.ts';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import type { ImportView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { showUndo } from '../../api/use-bulk-change.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm, type CommandForm, type Form } from '../../forms/use-command-form.ts';
import { ConfigChanges, countChanges } from '../../ui/config-changes.tsx';
import { DialogFooter } from '../../ui/dialog-footer.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useText } from '../../i18n/use-text.ts';

interface ImportValues {
  readonly mode: ImportMode;
  readonly passphrase: string;
}

/** Shows what a file would change, and changes it when that is wanted. */
export function ImportDialog({ view, onClose }: { view: ImportView; onClose: () => void }) {
  const t = useText();
  const { form, command, save } = useImportForm(view, onClose);
  const { mode } = form.values;
  const diff = view.diffs[mode];
  const changes = countChanges(diff);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('transfer.importTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {view.file}
        </Text>
        <ModeField form={form} />
        <ConfigChanges diff={diff} none={t('transfer.nothing')} />
        {view.missingSecrets && <Alert color="yellow">{t('transfer.missingSecrets')}</Alert>}
        <WarningList warnings={view.warnings} />
        {view.sealed && (
          <PasswordField
            label={t('transfer.passphraseOf')}
            description={t('transfer.passphraseOfHint')}
            {...form.getInputProps('passphrase')}
          />
        )}
        <DialogFooter
          command={command}
          confirm={t('transfer.apply')}
          isDestructive={mode === 'replace'}
          disabled={changes === 0 && !view.sealed}
          onConfirm={() => void save()}
          onCancel={onClose}
        />
      </Stack>
    </Modal>
  );
}

function useImportForm(view: ImportView, onDone: () => void): CommandForm<ImportValues> {
  const t = useText();
  return useCommandForm({
    command: useCommand(),
    values: (): ImportValues => ({ mode: 'merge', passphrase: '' }),
    schema: administrationProcedures['config.applyImport'].input,
    toInput: ({ mode, passphrase }) => ({
      token: view.token,
      mode,
      ...(view.sealed && passphrase !== '' && { passphrase }),
    }),
    async send(input) {
      const reply = await calls()['config.applyImport'](input);
      if (reply.ok) showUndo(reply.value.ticket, t('transfer.imported'), t);
      return reply;
    },
    onSaved: onDone,
  });
}

function ModeField({ form }: { form: Form<ImportValues> }) {
  const t = useText();
  return (
    <Radio.Group {...form.getInputProps('mode')}>
      <Stack gap="xs">
        <Radio value="merge" label={t('transfer.merge')} description={t('transfer.mergeHint')} />
        <Radio
          value="replace"
          label={t('transfer.replace')}
          description={t('transfer.replaceHint')}
        />
      </Stack>
    </Radio.Group>
  );
}
