import { Anchor, Text } from '@mantine/core';
import { readableAddress, supportContactOf } from '../../shared/model/support-contact.ts';
import { calls } from '../api/bridge.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';

/** Whom to ask where a popup did not open; nothing where no administrator has said so. */
export function SupportLine() {
  const t = useText();
  const contact = supportContactOf(useDesk((desk) => desk.config.settings));
  if (contact === undefined) return null;
  const { name, address } = contact;
  return (
    <Text size="sm" c="dimmed" data-testid="support">
      {t('support.line', { name: name === '' ? readableAddress(address) : name })}
      {name !== '' && address !== '' && ' · '}
      {address !== '' && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => void calls()['support.open'](undefined)}
        >
          {name === '' ? t('support.open') : readableAddress(address)}
        </Anchor>
      )}
    </Text>
  );
}
