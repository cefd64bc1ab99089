import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CallView } from '../../../shared/ipc/views.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useNow } from '../../ui/use-now.ts';
import { durationText } from './duration-text.ts';
import { WhyButton } from './why-button.tsx';

export function CallsInProgress() {
  const texts = useTexts();
  const { calls } = useDesk();
  const running = calls.filter(({ endedAt }) => endedAt === undefined);
  const now = useNow(running.length > 0);
  return (
    <Section title={texts.desk.calls}>
      {running.length === 0 ? (
        <EmptyNote text={texts.desk.noCalls} />
      ) : (
        <Stack gap="xs">
          {running.map((call) => (
            <CallLine key={call.key} call={call} now={now} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function CallLine({ call, now }: { call: CallView; now: number }) {
  const texts = useTexts();
  const { fields } = call.data;
  const number = fields.customerNumberIntl ?? fields.callerNumber;
  const since = call.answeredAt ?? call.startedAt;
  return (
    <Group justify="space-between" wrap="nowrap" data-testid="call">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} size="lg" truncate>
          {fields.contactName ?? number ?? texts.desk.unknownCaller}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {[fields.contactName === undefined ? '' : number, fields.queueName ?? fields.queueId]
            .filter((text) => text !== undefined && text !== '')
            .join(' · ')}
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap">
        <WhyButton
          callKey={call.key}
          caller={fields.contactName ?? number ?? texts.desk.unknownCaller}
        />
        <Badge
          size="lg"
          variant="light"
          tt="none"
          color={call.stage === 'ringing' ? 'orange' : 'green'}
        >
          {texts.stage[call.stage]}
        </Badge>
        <Text ff="monospace" aria-hidden>
          {durationText(now - since)}
        </Text>
      </Group>
    </Group>
  );
}
