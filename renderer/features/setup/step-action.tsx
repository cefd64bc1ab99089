import { Button, Group, Loader, Text } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { useWay } from '../../api/place-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { callerName } from '../../ui/caller-name.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { phaseText } from '../../ui/phase-text.ts';
import { WhyButton } from '../../ui/why-button.tsx';
import type { SetupStep } from './use-setup.ts';

/** How an open step is done, or how it is doing. */
export function StepAction({ step, isNext }: { step: SetupStep; isNext: boolean }) {
  switch (step) {
    case 'agent':
      return null;
    case 'system':
      return <SystemAction isNext={isNext} />;
    case 'popup':
      return <PopupAction isNext={isNext} />;
    case 'call':
      return isNext ? <CallAction /> : <CallHint />;
  }
}

function SystemAction({ isNext }: { isNext: boolean }) {
  const t = useText();
  const { go } = useWay();
  const { canCreate } = usePartRights('sources');
  const source = useDesk((desk) => desk.sources[0]);
  // The connections below say what is wrong, with what to do.
  if (source !== undefined) {
    return (
      <Text size="sm">
        {source.name}: {phaseText(source.isCalled === true, source.phase, t)}
      </Text>
    );
  }
  if (!canCreate) return <LockedNote part="sources" />;
  return (
    <StepButton
      isNext={isNext}
      label={t('desk.addSource')}
      onClick={() => go({ page: 'sources' })}
    />
  );
}

function PopupAction({ isNext }: { isNext: boolean }) {
  const t = useText();
  const { go } = useWay();
  const { canCreate } = usePartRights('popups');
  if (!canCreate) return <LockedNote part="popups" />;
  return (
    <StepButton
      isNext={isNext}
      label={t('setup.addPopup')}
      onClick={() => go({ page: 'popups', adds: true })}
    />
  );
}

interface StepButtonProps {
  readonly isNext: boolean;
  readonly label: string;
  readonly onClick: () => void;
}

function StepButton({ isNext, label, onClick }: StepButtonProps) {
  return (
    <Group>
      <Button size="xs" variant={isNext ? 'filled' : 'default'} onClick={onClick}>
        {label}
      </Button>
    </Group>
  );
}

function CallHint() {
  const t = useText();
  return (
    <Text size="sm" c="dimmed">
      {t('setup.callHint')}
    </Text>
  );
}

/** Waits for a call, and says why one opened nothing. */
function CallAction() {
  const t = useText();
  const call = useDesk((desk) => desk.calls[0]);
  const caller = call && callerName(call.caller, t);
  if (call === undefined || caller === undefined) {
    return (
      <Group gap="xs" wrap="nowrap" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">{t('setup.waiting')}</Text>
      </Group>
    );
  }
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{t('setup.noPopup', { caller })}</Text>
      <WhyButton callKey={call.key} caller={caller} hasOpened={false} />
    </Group>
  );
}
