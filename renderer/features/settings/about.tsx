import { Anchor, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { UpdateState } from './update-state.tsx';

/** Which version this is, whether a newer one is there, and the licences of what it is made of. */
export function About() {
  const t = useText();
  const { version, electron } = useDesk((desk) => desk.app);
  const [opened, setOpened] = useState(false);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {t('settings.about', { version, electron })}
        </Text>
        <Anchor component="button" type="button" size="sm" mih={24} onClick={() => setOpened(true)}>
          {t('settings.licences')}
        </Anchor>
        <Modal
          opened={opened}
          onClose={() => setOpened(false)}
          size="xl"
          title={t('settings.licences')}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          {opened && <Licences />}
        </Modal>
      </Group>
      <UpdateState />
    </Stack>
  );
}

function Licences() {
  const t = useText();
  const answer = useAnswer(['licences'], () => calls()['licences.read'](undefined));
  if (answer === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  if (!answer.ok) return <ProblemList problems={answer.problems} />;
  return (
    <Text size="xs" ff="monospace" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {answer.value}
    </Text>
  );
}
