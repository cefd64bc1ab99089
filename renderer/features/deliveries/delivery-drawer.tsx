import { Alert, Code, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { IconTerminal } from '@tabler/icons-react';
import type { Delivery } from '../../../shared/model/delivery.ts';
import { calls } from '../../api/bridge.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../i18n/use-text.ts';
import { CopyText } from '../../ui/copy-button.tsx';
import { AttemptTimeline } from './attempt-timeline.tsx';
import { deliveryCall } from './delivery-call.ts';
import { RetryOne } from './retry-one.tsx';

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
            <Group justify="space-between">
              <Title order={2} size="h5">
                {t('deliveries.request')}
              </Title>
              <CopyCurl curl={detail.curl} />
            </Group>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {[`${detail.method} ${detail.url}`, ...detail.headers, '', detail.body ?? ''].join(
                '\n',
              )}
            </Code>
            {canRetry && <RetryOne key={detail.id} detail={detail} />}
            <AttemptTimeline delivery={delivery} attempts={detail.attempts} />
          </>
        )}
      </Stack>
    </Drawer>
  );
}

/** The request as a command for a terminal, to try on the receiver; secrets stand in it by name. */
function CopyCurl({ curl }: { curl: string }) {
  const t = useText();
  return (
    <CopyText
      text={curl}
      label={t('deliveries.copyCurl')}
      icon={<IconTerminal size={16} />}
      size="compact-sm"
    />
  );
}
