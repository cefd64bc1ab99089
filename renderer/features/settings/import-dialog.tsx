import {
  Alert,
  Badge,
  Button,
  Group,
  List,
  Modal,
  PasswordInput,
  Radio,
  Stack,
  Text,
} from '@mantine/core';
import { useState } from 'react';
import type { ImportMode, PartDiff } from '../../../shared/config/config-diff.ts';
import type { ImportView } from '../../../shared/ipc/views.ts';
import { calls } from '../../api/bridge.ts';
import { showUndo } from '../../api/use-bulk-change.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProblemList } from '../../ui/problem-list.tsx';

const kinds = [
  { kind: 'added', color: 'teal' },
  { kind: 'changed', color: 'yellow' },
  { kind: 'removed', color: 'red' },
] as const;

/** More names than this say nothing more. */
const namesShown = 20;

/** Shows what a file would change, and changes it when that is wanted. */
export function ImportDialog({ view, onClose }: { view: ImportView; onClose: () => void }) {
  const texts = useTexts();
  const form = texts.transfer;
  const command = useCommand();
  const [mode, setMode] = useState<ImportMode>('merge');
  const [passphrase, setPassphrase] = useState('');
  const diff = view.diffs[mode];
  const changes =
    diff.settings.length +
    diff.parts.reduce(
      (sum, part) => sum + kinds.reduce((n, { kind }) => n + part[kind].length, 0),
      0,
    );
  const apply = (): void => {
    void command
      .run(async () => {
        const secrets = view.sealed && passphrase !== '' ? { passphrase } : {};
        const reply = await calls()['config.applyImport']({ token: view.token, mode, ...secrets });
        if (reply.ok) showUndo(reply.value.ticket, form.imported, texts);
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
      title={form.importTitle}
      closeButtonProps={{ 'aria-label': texts.common.close }}
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
            <Radio value="merge" label={form.merge} description={form.mergeHint} />
            <Radio value="replace" label={form.replace} description={form.replaceHint} />
          </Stack>
        </Radio.Group>
        <Stack gap="xs" data-testid="import-diff">
          {diff.parts.map((part) => (
            <PartChanges key={part.part} part={part} />
          ))}
          {diff.settings.length > 0 && (
            <Text size="sm">{form.settings(diff.settings.join(', '))}</Text>
          )}
          {changes === 0 && <Text size="sm">{form.nothing}</Text>}
        </Stack>
        {view.missingSecrets && <Alert color="yellow">{form.missingSecrets}</Alert>}
        {view.sealed && (
          <PasswordInput
            label={form.passphraseOf}
            description={form.passphraseOfHint}
            value={passphrase}
            error={command.problemAt('passphrase')}
            visibilityToggleButtonProps={{ 'aria-label': texts.common.showSecret }}
            onChange={(event) => {
              command.clear();
              setPassphrase(event.currentTarget.value);
            }}
          />
        )}
        <ProblemList problems={command.problems} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button
            loading={command.busy}
            disabled={changes === 0 && !view.sealed}
            {...(mode === 'replace' && { color: 'red' })}
            onClick={apply}
          >
            {form.apply}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function PartChanges({ part }: { part: PartDiff }) {
  const form = useTexts().transfer;
  return (
    <>
      {kinds
        .filter(({ kind }) => part[kind].length > 0)
        .map(({ kind, color }) => (
          <div key={kind}>
            <Badge color={color} variant="light" tt="none" size="lg">
              {form.changes[kind](form.parts[part.part], part[kind].length)}
            </Badge>
            <List size="sm" withPadding>
              {part[kind].slice(0, namesShown).map((name, index) => (
                <List.Item key={index}>{name}</List.Item>
              ))}
              {part[kind].length > namesShown && (
                <List.Item>{form.andMore(part[kind].length - namesShown)}</List.Item>
              )}
            </List>
          </div>
        ))}
    </>
  );
}
