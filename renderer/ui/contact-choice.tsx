import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useId, type KeyboardEvent } from 'react';
import type { ContactChoice } from '../../shared/contract/call-views.ts';
import { calls } from '../api/bridge.ts';
import { useText } from '../i18n/use-text.ts';
import classes from './contact-choice.module.css';

interface ContactChoiceProps {
  readonly choice: ContactChoice;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Which of the customers that match calls. It never takes the focus: the agent may be typing elsewhere. */
export function ContactChoiceBox({ choice, now }: ContactChoiceProps) {
  const t = useText();
  const title = useId();
  const { id, matches, more, endsAt } = choice;
  const choose = (match?: number): void => void calls()['call.choose']({ id, match });
  return (
    <div role="group" aria-labelledby={title} data-testid="choice" onKeyDown={moveFocus}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text id={title} role="status" size="sm" fw={600}>
          {t('choose.title')}
        </Text>
        <Text size="sm" c="dimmed" aria-hidden>
          {/* The clock of the card is up to a second late. */}
          {t('choose.left', { seconds: Math.max(0, Math.floor((endsAt - now) / 1_000)) })}
        </Text>
      </Group>
      <div className={classes['matches']}>
        {matches.map(({ label, detail }, at) => (
          <UnstyledButton key={at} className={classes['match']} onClick={() => choose(at)}>
            <Text span size="sm" fw={600} truncate title={label} dir="auto">
              {label}
            </Text>
            <Text span size="sm" c="dimmed" truncate title={detail} dir="auto">
              {detail}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      <Group justify="space-between" gap="xs" mt={4}>
        <Button size="compact-sm" variant="subtle" onClick={() => choose()}>
          {t('choose.none')}
        </Button>
        {more > 0 && (
          <Text size="sm" c="dimmed">
            {t('choose.more', { count: more })}
          </Text>
        )}
      </Group>
    </div>
  );
}

/** The arrow keys lead from one to the next, as in a list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  event.preventDefault();
  buttons[at + step]?.focus();
}
