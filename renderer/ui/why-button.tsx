import { Button, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LogEntry } from '../../shared/contract/views.ts';
import { calls } from '../api/bridge.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { TraceView } from './trace-view.tsx';

/** Why a popup came for a call, or did not. */
export function WhyButton({ callKey, caller }: { callKey: string; caller: string }) {
  const texts = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${texts.trace.why} ${caller}`}
        onClick={() => setOpened(true)}
      >
        {texts.trace.why}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={texts.trace.title(caller)}
        closeButtonProps={{ 'aria-label': texts.common.close }}
      >
        {opened && <Traces callKey={callKey} />}
      </Modal>
    </>
  );
}

function Traces({ callKey }: { callKey: string }) {
  const texts = useTexts();
  const { journal } = useDesk();
  const [entries, setEntries] = useState<readonly LogEntry[] | undefined>();
  useEffect(() => {
    let current = true;
    void calls()
      ['trace.ofCall']({ callKey })
      .then((reply) => {
        if (current) setEntries(reply.ok ? reply.value.entries : []);
      });
    return () => {
      current = false;
    };
  }, [callKey, journal.version]);
  if (entries === undefined) return <Text c="dimmed">{texts.loading}</Text>;
  if (entries.length === 0) return <Text c="dimmed">{texts.trace.none}</Text>;
  return (
    <Stack gap="lg">
      {[...entries]
        .reverse()
        .map(({ id, trace }) => trace !== undefined && <TraceView key={id} trace={trace} />)}
    </Stack>
  );
}
