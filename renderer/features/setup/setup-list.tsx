import { Button, Card, Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react';
import { useEffect } from 'react';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useText } from '../../i18n/use-text.ts';
import { ImportButton } from '../import/import-button.tsx';
import { StepAction } from './step-action.tsx';
import { setupSteps, useSetup, type Setup, type SetupStep } from './use-setup.ts';

/** What is left to do until a call opens its page, for those who may do it. It goes when that has happened. */
export function SetupList() {
  const t = useText();
  const setup = useSetup();
  const { done, next, isShown } = setup;
  useEndOfSetup(setup);
  if (!isShown) return null;
  return (
    <Card component="section" withBorder padding="md" aria-label={t('setup.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('setup.title')}
        </Title>
        <Text size="sm" c="dimmed" role="status" data-testid="setup-done">
          {t('setup.progress', { done: done.size, count: setupSteps.length })}
        </Text>
      </Group>
      <List listStyleType="none" spacing="sm" withPadding={false}>
        {setupSteps.map((step) => (
          <List.Item key={step} data-testid={`setup-${step}`} styles={fullWidth}>
            <Step step={step} isDone={done.has(step)} isNext={step === next} />
          </List.Item>
        ))}
      </List>
      <SetupFooter />
    </Card>
  );
}

/** Once done is done: another agent, or a month without calls, brings the steps back no more. */
function useEndOfSetup({ isDone, mayEnd }: Setup): void {
  useEffect(() => {
    if (isDone && mayEnd) void calls()['settings.save']({ setupList: false });
  }, [isDone, mayEnd]);
}

const fullWidth = { itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } } as const;

interface StepProps {
  readonly step: SetupStep;
  readonly isDone: boolean;
  readonly isNext: boolean;
}

function Step({ step, isDone, isNext }: StepProps) {
  const t = useText();
  const StateIcon = isDone ? IconCheck : isNext ? IconCircleDot : IconCircle;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon
        variant="light"
        radius="xl"
        size={26}
        color={isDone ? 'green' : isNext ? 'cyan' : 'gray'}
        aria-label={t(isDone ? 'setup.isDone' : 'setup.isOpen')}
        role="img"
      >
        <StateIcon size={16} aria-hidden />
      </ThemeIcon>
      <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
        <Text fw={isNext ? 600 : 500} {...(isDone && { c: 'dimmed' })}>
          {t(`setup.steps.${step}`)}
        </Text>
        {!isDone && <StepAction step={step} isNext={isNext} />}
      </Stack>
    </Group>
  );
}

/** Other ways: a file that has all of it, a look at the demo, or none of this. */
function SetupFooter() {
  const t = useText();
  const hide = async (): Promise<void> => {
    const reply = await calls()['settings.save']({ setupList: false });
    if (!reply.ok) showProblems(reply.problems, t);
  };
  return (
    <Group mt="md" gap="xs" align="flex-start">
      <ImportButton label={t('setup.file')} />
      <Button variant="default" onClick={() => void calls()['demo.start'](undefined)}>
        {t('desk.demoTry')}
      </Button>
      <Button variant="subtle" ml="auto" onClick={() => void hide()}>
        {t('setup.hide')}
      </Button>
    </Group>
  );
}
