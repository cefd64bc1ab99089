import { Button, Group } from '@mantine/core';
import { IconCheck, IconLogin2 } from '@tabler/icons-react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/section.tsx';

/** Signing in before the first call, so that the first popup is the CRM and not its login page. */
export function SignInBar() {
  const texts = useTexts();
  const { signIns } = useDesk();
  if (signIns.length === 0) return null;
  return (
    <Section title={texts.desk.signInTitle}>
      <Group>
        {signIns.map(({ popupId, host, signedIn }) => (
          <Button
            key={host}
            variant={signedIn ? 'subtle' : 'light'}
            leftSection={
              signedIn ? <IconCheck size={16} aria-hidden /> : <IconLogin2 size={16} aria-hidden />
            }
            onClick={() => void calls()['popup.signIn']({ popupId })}
          >
            {signedIn ? texts.desk.signedIn(host) : texts.desk.signIn(host)}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
