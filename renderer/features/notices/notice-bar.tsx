import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';

const colors = { info: 'blue', warning: 'yellow', error: 'red' } as const;

/** What the person should know, above every page until it is dismissed. */
export function NoticeBar() {
  const t = useText();
  const notices = useDesk((desk) => desk.notices);
  if (notices.length === 0) return null;
  return (
    <Stack gap="xs" mb="md" role="status">
      {notices.map(({ id, level, said }) => (
        <Alert
          key={id}
          color={colors[level]}
          icon={level === 'info' ? <IconInfoCircle /> : <IconAlertTriangle />}
          withCloseButton
          closeButtonLabel={t('common.dismiss')}
          onClose={() => void calls()['notice.dismiss']({ id })}
        >
          {t(said)}
        </Alert>
      ))}
    </Stack>
  );
}
