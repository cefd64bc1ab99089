import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSay, useTexts } from '../../i18n/use-texts.ts';

const colors = { info: 'blue', warning: 'yellow', error: 'red' } as const;

/** What the person should know, above every page until it is dismissed. */
export function NoticeBar() {
  const texts = useTexts();
  const say = useSay();
  const { notices } = useDesk();
  if (notices.length === 0) return null;
  return (
    <Stack gap="xs" mb="md" role="status">
      {notices.map(({ id, level, text }) => (
        <Alert
          key={id}
          color={colors[level]}
          icon={level === 'info' ? <IconInfoCircle /> : <IconAlertTriangle />}
          withCloseButton
          closeButtonLabel={texts.common.dismiss}
          onClose={() => void calls()['notice.dismiss']({ id })}
        >
          {say(text)}
        </Alert>
      ))}
    </Stack>
  );
}
