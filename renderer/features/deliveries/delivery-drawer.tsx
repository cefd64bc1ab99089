import {
  Alert,
  Button,
  Code,
  Drawer,
  Group,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import type { DeliveryDetail } from '../../../shared/contract/views.ts';
import type { Attempt, Delivery } from '../../../shared/model/delivery.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { deliveryCall } from './delivery-call.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useAnswer } from '../../api/use-answer.ts';

interface DeliveryDrawerProps {
  readonly delivery: Delivery;
  /** Grows with each change of the outbox. */
  readonly version: number;
  readonly onClose: () => void;
}

/** One delivery: its request, each attempt with its answer, and another try. */
export function DeliveryDrawer({ delivery, version, onClose }: DeliveryDrawerProps) {
  const t = useText();
  const { id } = delivery;
  const answer = useAnswer(['delivery', id], () => calls()['deliveries.detail']({ id }), {
    version,
  });
  const detail = answer?.ok === true ? answer.value : undefined;
  const canRetry = delivery.state === 'dead' || delivery.state === 'expired';
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(820px, 100%)"
      title={`${t('deliveries.title')}: ${delivery.webhookName}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text size="sm">
          {[t(`deliveries.states.${delivery.state}`), deliveryCall(delivery, t)].join(' · ')} ·{' '}
          <Code>{delivery.id}</Code>
        </Text>
        {delivery.problem !== null && (
          <Alert color={delivery.state === 'waiting' ? 'yellow' : 'red'} variant="light">
            {t(delivery.problem)}
          </Alert>
        )}
        {detail !== undefined && (
          <>
            <Title order={2} size="h5">
              {t('deliveries.request')}
            </Title>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {[`${detail.method} ${detail.url}`, ...detail.headers, '', detail.body ?? ''].join(
                '\n',
              )}
            </Code>
            {canRetry && <Retry key={detail.id} detail={detail} />}
            {detail.attempts.length === 0 && <Text c="dimmed">{t('deliveries.noAttempts')}</Text>}
            {detail.attempts.map((attempt) => (
              <AttemptText key={attempt.number} attempt={attempt} />
            ))}
          </>
        )}
      </Stack>
    </Drawer>
  );
}

function AttemptText({ attempt }: { attempt: Attempt }) {
  const t = useText();
  return (
    <Stack gap={4} data-testid="attempt">
      <Group gap="xs">
        <Text fw={500} size="sm">
          {t('deliveries.attempt', { number: attempt.number, ms: attempt.ms })}
        </Text>
        <Text size="sm" c="dimmed">
          <Moment at={attempt.at} />
        </Text>
        <Text size="sm">
          {attempt.status === 0
            ? t('deliveries.noAnswer')
            : t('deliveries.status', { status: attempt.status })}
        </Text>
      </Group>
      {attempt.problem !== null && <Text size="sm">{t(attempt.problem)}</Text>}
      {attempt.response !== '' && (
        <Code
          block
          aria-label={t('deliveries.response')}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {attempt.response}
        </Code>
      )}
    </Stack>
  );
}

/** Another try, as it was or with another address or body. */
function Retry({ detail }: { detail: DeliveryDetail }) {
  const t = useText();
  const command = useCommand();
  const [isEdited, setEdited] = useState(false);
  const [url, setUrl] = useState(detail.url);
  const [body, setBody] = useState(detail.body ?? '');
  const run = (): void => {
    const change = {
      ...(isEdited && url !== detail.url && { url }),
      ...(isEdited && body !== (detail.body ?? '') && { body }),
    };
    void command.run(() => calls()['deliveries.retry']({ id: detail.id, ...change }));
  };
  return (
    <Stack gap="sm">
      <Switch
        label={t('deliveries.edit')}
        checked={isEdited}
        onChange={(event) => setEdited(event.currentTarget.checked)}
      />
      {isEdited && (
        <>
          <TextInput
            label={t('deliveries.url')}
            value={url}
            error={command.problemAt('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <Textarea
            label={t('deliveries.body')}
            description={t('deliveries.maskedHint')}
            autosize
            maxRows={16}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        </>
      )}
      <ProblemList problems={command.problems} />
      <Button w="fit-content" loading={command.busy} onClick={run}>
        {t('deliveries.retry')}
      </Button>
    </Stack>
  );
}
