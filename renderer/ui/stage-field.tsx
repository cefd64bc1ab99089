import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { dialects } from '../../shared/dialects/dialects.ts';
import { callFacts, callStages, stageSchema, type Stage } from '../../shared/model/stage.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';

interface StageFieldProps {
  readonly value?: Stage;
  readonly onChange: (stage: Stage) => void;
}

/** What the rule waits for, with the words the configured call systems use for it. */
export function StageField({ value: stage = 'ringing', onChange, ...rest }: StageFieldProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const used = [...new Set(config.sources.map(({ dialect }) => dialect))];
  const ownNames = (wanted: Stage): string[] =>
    used.flatMap((name) => {
      if (name === 'mapping' || name === 'cloudevents') return [];
      const { label, events } = dialects[name];
      const names = events.filter((event) => event.stage === wanted).map((event) => event.name);
      return names.length === 0 ? [] : [`${label}: ${names.join(', ')}`];
    });
  return (
    <Stack gap={4}>
      <Select
        label={t('rules.stage')}
        data={[...callStages, ...callFacts].map((value) => ({
          value,
          label: t(`stage.${value}`),
        }))}
        renderOption={({ option }) => {
          const value = stageSchema.safeParse(option.value);
          const names = value.success ? ownNames(value.data) : [];
          return (
            <div>
              <Text size="sm">{option.label}</Text>
              {names.map((line) => (
                <Text key={line} size="xs" c="dimmed">
                  {line}
                </Text>
              ))}
            </div>
          );
        }}
        {...rest}
        value={stage}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = stageSchema.safeParse(value);
          if (chosen.success) onChange(chosen.data);
        }}
      />
      {ownNames(stage).map((line) => (
        <Text key={line} size="xs" c="dimmed">
          {line}
        </Text>
      ))}
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t('rules.orSimply')}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => onChange('ringing')}>
          {t('rules.callBegins')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange('hangup')}>
          {t('rules.callEnds')}
        </Button>
      </Group>
    </Stack>
  );
}
