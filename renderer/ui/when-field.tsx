import { Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { dialects } from '../../shared/dialects/dialects.ts';
import { triggerInfo } from '../../shared/dialects/triggers.ts';
import type { When } from '../../shared/model/rule-when.ts';
import type { Stage } from '../../shared/model/stage.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { stagesOf, whenChoices, whenKey } from './when-choices.ts';

interface WhenFieldProps {
  readonly label: string;
  readonly value?: When;
  readonly onChange: (when: When) => void;
  readonly error?: React.ReactNode;
}

const ringing: When = { stage: 'ringing' };

/** What the rule waits for: a moment, a stage, or a trigger of one of the configured phone systems. */
export function WhenField({ label, value = ringing, onChange, ...rest }: WhenFieldProps) {
  const t = useText();
  const systems = useSystems();
  const choices = whenChoices(systems, value, t);
  return (
    <Stack gap={4}>
      <Select
        label={label}
        searchable
        allowDeselect={false}
        data={choices.data}
        renderOption={({ option }) => {
          const when = choices.byKey.get(option.value);
          return (
            <div>
              <Group gap="xs">
                <Text size="sm">{option.label}</Text>
                {when !== undefined && isDeprecated(when) && (
                  <Badge size="xs" color="yellow" variant="light">
                    {t('rules.deprecated')}
                  </Badge>
                )}
              </Group>
              {when !== undefined && <OwnNames when={when} systems={systems} />}
            </div>
          );
        }}
        {...rest}
        value={whenKey(value)}
        onChange={(key) => {
          const when = choices.byKey.get(key ?? '');
          if (when !== undefined) onChange(when);
        }}
      />
      <OwnNames when={value} systems={systems} />
      {isDeprecated(value) && (
        <Text size="xs" c="dimmed">
          {t('rules.deprecatedHint')}
        </Text>
      )}
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t('rules.orSimply')}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => onChange({ moment: 'begin' })}>
          {t('rules.callBegins')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange({ moment: 'end' })}>
          {t('rules.callEnds')}
        </Button>
      </Group>
    </Stack>
  );
}

const isDeprecated = (when: When): boolean =>
  'trigger' in when && triggerInfo(when.trigger)?.deprecated === true;

/** Dialects of the configured sources. */
export function useSystems(): readonly string[] {
  const sources = useDesk((desk) => desk.config.sources);
  return [...new Set(sources.map(({ dialect }) => dialect))];
}

/** The words that the configured phone systems use for it. */
function OwnNames({ when, systems }: { when: When; systems: readonly string[] }) {
  if ('trigger' in when) return null;
  const stages = stagesOf(when);
  return systems
    .flatMap((name) => namesIn(name, stages))
    .map((line) => (
      <Text key={line} size="xs" c="dimmed">
        {line}
      </Text>
    ));
}

function namesIn(system: string, stages: readonly Stage[]): string[] {
  const dialect = Object.values(dialects).find(({ name }) => name === system);
  if (dialect === undefined || system === 'cloudevents') return [];
  const names = dialect.events
    .filter((event) => event.stages.some((stage) => stages.includes(stage)))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [`${dialect.label}: ${names.join(', ')}`];
}
