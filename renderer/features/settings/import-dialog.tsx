import { Alert, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportMode } from '../../../shared/config/config-diff.ts';
import type { ImportView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { showUndo } from '../../api/use-bulk-change.tsx';
import { useCommand } from '../../api/use-command.ts';
import { ConfigChanges, countChanges } from '../../ui/config-changes.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Shows what a file would change, and changes it when that is wanted. */
export function ImportDialog({ view, onClose }: { view: ImportView; onClose: () => void }) {
  const t = useText();
  const command = useCommand();
  const [mode, setMode] = useState<ImportMode>('merge');
  const [passphrase, setPassphrase] = useState('');
  const diff = view.diffs[mode];
  const changes = countChanges(diff);
  const apply = (): void => {
    void command
      .run(async () => {
        const secrets = view.sealed && passphrase !== '' ? { passphrase } : {};
        const reply = await calls()['config.applyImport']({ token: view.token, mode, ...secrets });
        if (reply.ok) showUndo(reply.value.ticket, t('transfer.imported'), t);
        return reply;
      })
      .then((done) => {
        if (done) onClose();
      });
  };
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
        <Radio.Group
          value={mode}
          onChange={(value) => setMode(value === 'replace' ? 'replace' : 'merge')}
        >
          <Stack gap="xs">
            <Radio
              value="merge"
              label={t('transfer.merge')}
              description={t('transfer.mergeHint')}
            />
            <Radio
              value="replace"
              label={t('transfer.replace')}
              description={t('transfer.replaceHint')}
            />
          </Stack>
        </Radio.Group>
        <ConfigChanges diff={diff} none={t('transfer.nothing')} />
        {view.missingSecrets && <Alert color="yellow">{t('transfer.missingSecrets')}</Alert>}
        {view.sealed && (
          <PasswordField
            label={t('transfer.passphraseOf')}
            description={t('transfer.passphraseOfHint')}
            value={passphrase}
            error={command.problemAt('passphrase')}
            onChange={(event) => {
              command.clear();
              setPassphrase(event.currentTarget.value);
            }}
          />
        )}
        <ProblemList problems={command.problems} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={command.busy}
            disabled={changes === 0 && !view.sealed}
            {...(mode === 'replace' && { color: 'red' })}
            onClick={apply}
          >
            {t('transfer.apply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
