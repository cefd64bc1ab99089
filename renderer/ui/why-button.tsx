import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { calls } from '../api/bridge.ts';
import { useDesk } from '../api/desk-context.tsx';
import { SupportLine } from './support-contact.tsx';
import { CallVerdict } from './call-verdict.tsx';
import { useText } from '../i18n/use-text.ts';
import { useAnswer } from '../api/use-answer.ts';

interface WhyButtonProps {
  readonly callKey: string;
  readonly caller: string;
  /** Its popup opened: there is nothing to ask, but something to look up. */
  readonly hasOpened: boolean;
}

/** Why a popup came for a call, or did not. */
export function WhyButton({ callKey, caller, hasOpened }: WhyButtonProps) {
  const t = useText();
  const label = t(hasOpened ? 'trace.details' : 'trace.why');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size={hasOpened ? 'compact-xs' : 'compact-sm'}
        variant="subtle"
        {...(hasOpened && { color: 'gray' })}
        aria-label={`${label} ${caller}`}
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={t('trace.title', { caller })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {opened && (
          <Stack>
            <Traces callKey={callKey} />
            {!hasOpened && <SupportLine />}
          </Stack>
        )}
      </Modal>
    </>
  );
}

function Traces({ callKey }: { callKey: string }) {
  const t = useText();
  const entryLog = useDesk((desk) => desk.entryLog);
  const answer = useAnswer(['trace.ofCall', callKey], () => calls()['trace.ofCall']({ callKey }), {
    version: entryLog.version,
  });
  if (answer === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  const entries = answer.ok ? answer.value.entries : [];
  if (entries.length === 0) return <Text c="dimmed">{t('trace.none')}</Text>;
  const traces = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.trace] : []));
  return <CallVerdict traces={traces.reverse()} />;
}
