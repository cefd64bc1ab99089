import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useText } from '../../i18n/use-text.ts';

interface CallBackButtonProps {
  readonly callKey: string;
  readonly caller: string;
}

/** Dials the number of a call by click-to-call. */
export function CallBackButton({ callKey, caller }: CallBackButtonProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const dial = async (): Promise<void> => {
    setBusy(true);
    const reply = await calls()['call.dial']({ callKey });
    setBusy(false);
    if (!reply.ok) showProblems(reply.problems, t);
    else if (reply.value.dialled) {
      notifications.show({ color: 'teal', message: t('calls.dialling', { caller }) });
    }
  };
  return (
    <Button
      size="compact-sm"
      variant="light"
      loading={busy}
      aria-label={`${t('calls.callBack')}: ${caller}`}
      onClick={() => void dial()}
    >
      {t('calls.callBack')}
    </Button>
  );
}
