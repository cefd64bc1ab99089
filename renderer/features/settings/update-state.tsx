import { Button, Group, Text } from '@mantine/core';
import type { UpdateView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';

/** Whether a newer version is there, and what to do about it. */
export function UpdateState() {
  const t = useText();
  const update = useDesk((desk) => desk.update);
  const command = useCommand();
  const check = (): void => void command.run(() => calls()['update.check'](undefined));
  const restart = (): void => void command.run(() => calls()['update.restart'](undefined));
  return (
    <>
      <Group gap="sm">
        <Text size="sm" role="status">
          <Said update={update} />
        </Text>
        {update.state === 'idle' && (
          <Button size="xs" variant="default" loading={command.busy} onClick={check}>
            {t('update.check')}
          </Button>
        )}
        {update.state === 'ready' && (
          <Button size="xs" loading={command.busy} onClick={restart}>
            {t('update.restart')}
          </Button>
        )}
      </Group>
      {update.state === 'idle' && update.problem !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t(update.problem)}
        </Text>
      )}
      <ProblemList problems={command.problems} />
    </>
  );
}

function Said({ update }: { update: UpdateView }) {
  const t = useText();
  switch (update.state) {
    case 'off':
      return t(`update.off.${update.why}`);
    case 'idle':
      if (update.problem !== undefined) return null;
      return update.checkedAt === undefined ? (
        t('update.unchecked')
      ) : (
        <>
          {t('update.current')} <Moment at={update.checkedAt} />
        </>
      );
    case 'fetching':
      return t('update.fetching', { version: update.version });
    case 'waiting':
      return t('update.waiting');
    case 'ready':
      return t('update.ready', { version: update.version });
  }
}
