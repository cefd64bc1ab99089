import { Alert, Button, Group, Text } from '@mantine/core';
import { isSameTrigger } from '../../../shared/dialects/triggers.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { useText } from '../../i18n/use-text.ts';
import { whenText } from '../../ui/when-choices.ts';

interface OtherWhenProps {
  readonly rule: Rule;
  readonly trigger: string;
  readonly onWait: () => void;
}

/** A file may let the rule wait for something else: then it is not the trigger that decides. */
export function OtherWhen({ rule: { when }, trigger, onWait }: OtherWhenProps) {
  const t = useText();
  const waitsForIt =
    'trigger' in when && isSameTrigger(when.trigger, { system: 'acefone', name: trigger });
  if (waitsForIt) return null;
  return (
    <Alert variant="light" color="yellow" title={t('webhooks.otherWhen')}>
      <Group justify="space-between">
        <Text size="sm">{t('webhooks.otherWhenText', { when: whenText(when, t) })}</Text>
        <Button size="compact-sm" variant="default" onClick={onWait}>
          {t('webhooks.waitForTrigger')}
        </Button>
      </Group>
    </Alert>
  );
}
