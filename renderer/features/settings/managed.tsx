import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { ManagedView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';

export const isManaged = ({ policyFile, problem }: ManagedView): boolean =>
  policyFile !== undefined || problem !== undefined;

/** What the company decides on this computer, and how new it is. */
export function Managed() {
  const t = useText();
  const managed = useDesk((desk) => desk.managed);
  const command = useCommand();
  return (
    <Stack gap="sm">
      {managed.policyFile !== undefined && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('managed.policy')}: <Code>{managed.policyFile}</Code>
        </Text>
      )}
      {managed.url !== undefined && <Shared managed={managed} url={managed.url} />}
      <Problem managed={managed} />
      <Group>
        <Button
          variant="default"
          loading={command.busy}
          onClick={() => void command.run(() => calls()['managed.check'](undefined))}
        >
          {t('managed.check')}
        </Button>
      </Group>
      <ProblemList problems={command.problems} />
    </Stack>
  );
}

function Shared({ managed, url }: { managed: ManagedView; url: string }) {
  const t = useText();
  const { revision, published, checkedAt, isWaiting } = managed;
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('managed.url')}: <Code>{url}</Code>{' '}
        {revision === undefined ? t('managed.none') : t('managed.revision', { number: revision })}
        {published !== undefined && (
          <>
            {' · '}
            <Moment at={Date.parse(published.at)} />
            {published.note !== '' && ` · ${published.note}`}
          </>
        )}
      </Text>
      {checkedAt !== undefined && (
        <Text size="sm" c="dimmed">
          {t('managed.checked')}: <Moment at={checkedAt} seconds />
        </Text>
      )}
      {isWaiting && (
        <Text size="sm" role="status">
          {t('managed.waiting')}
        </Text>
      )}
    </>
  );
}

function Problem({ managed: { problem } }: { managed: ManagedView }) {
  const t = useText();
  return problem === undefined ? null : (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {t(problem)}
    </Text>
  );
}
