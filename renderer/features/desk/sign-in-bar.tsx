import { Button, Group } from '@mantine/core';
import { IconCheck, IconLogin2 } from '@tabler/icons-react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Signing in before the first call, so that the first popup is the CRM and not its login page. */
export function SignInBar() {
  const t = useText();
  const signIns = useDesk((desk) => desk.signIns);
  if (signIns.length === 0) return null;
  return (
    <Section title={t('desk.signInTitle')}>
      <Group>
        {signIns.map(({ popupId, host, signedIn }) => (
          <Button
            key={host}
            // Which CRM is at the end of a long host name, so it wraps.
            h="auto"
            mih={36}
            py={6}
            styles={{ label: { whiteSpace: 'normal', overflowWrap: 'anywhere' } }}
            variant={signedIn ? 'subtle' : 'light'}
            leftSection={
              signedIn ? <IconCheck size={16} aria-hidden /> : <IconLogin2 size={16} aria-hidden />
            }
            onClick={() => void calls()['popup.signIn']({ popupId })}
          >
            {signedIn ? t('desk.signedIn', { host }) : t('desk.signIn', { host })}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
