import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { SourceView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSay, useTexts } from '../../i18n/use-texts.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { phaseColors } from '../../ui/phase-colors.ts';
import { Section } from '../../ui/section.tsx';

export function ConnectionState({ onAddSource }: { onAddSource: () => void }) {
  const texts = useTexts();
  const { sources } = useDesk();
  return (
    <Section title={texts.desk.connection}>
      {sources.length === 0 ? (
        <EmptyNote text={texts.desk.noSources}>
          <Group>
            <Button onClick={onAddSource}>{texts.desk.addSource}</Button>
            <Button variant="default" onClick={() => void calls()['demo.start'](undefined)}>
              {texts.desk.demoTry}
            </Button>
          </Group>
        </EmptyNote>
      ) : (
        <Stack gap="xs" role="status">
          {sources.map((source) => (
            <SourceLine key={source.id} source={source} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function SourceLine({ source }: { source: SourceView }) {
  const texts = useTexts();
  const say = useSay();
  return (
    <div>
      <Group gap="sm">
        <Badge color={phaseColors[source.phase]} variant="light" tt="none">
          {texts.phase[source.phase]}
        </Badge>
        <Text fw={500}>{source.name}</Text>
      </Group>
      {source.problem !== '' && (
        <Text size="sm" mt={4}>
          {say(source.problem)}
        </Text>
      )}
      {source.rejected > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {texts.desk.rejected(source.rejected)}: {say(source.lastRejection)}
        </Text>
      )}
    </div>
  );
}
