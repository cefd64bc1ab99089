import { Button, Group, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { deliveryStates, type DeliveryState } from '../../../shared/model/delivery.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { showExport } from '../../api/show-export.ts';
import { useText } from '../../i18n/use-text.ts';
import { DayField } from '../../ui/day-field.tsx';
import { dayRange } from '../../ui/day-range.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { RetryFailed } from './retry-failed.tsx';

/** What is looked for; empty: any. */
export interface WantedDeliveries {
  readonly search: string;
  readonly state: DeliveryState | undefined;
  readonly webhook: string | undefined;
  /** `2026-03-14` */
  readonly from: string;
  readonly to: string;
}

export const isEveryDelivery = ({ search, state, webhook, from, to }: WantedDeliveries): boolean =>
  state === undefined && webhook === undefined && search + from + to === '';

/** As the channels take it. */
export const searchOf = ({ search, state, webhook, from, to }: WantedDeliveries) => ({
  search,
  ...(state !== undefined && { state }),
  ...(webhook !== undefined && { webhook }),
  ...dayRange(from, to),
});

interface DeliveryFiltersProps {
  readonly wanted: WantedDeliveries;
  readonly onChange: (part: Partial<WantedDeliveries>) => void;
}

/** What is shown, and what can be done with all of it. */
export function DeliveryFilters({ wanted, onChange }: DeliveryFiltersProps) {
  const t = useText();
  const failed = useDesk((desk) => desk.outbox.dead);
  return (
    <Group align="flex-end">
      <SearchField
        label={t('deliveries.search')}
        value={wanted.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        aria-label={t('deliveries.state')}
        placeholder={t('deliveries.allStates')}
        clearable
        w={160}
        data={deliveryStates.map((value) => ({ value, label: t(`deliveries.states.${value}`) }))}
        value={wanted.state ?? null}
        onChange={(value) => onChange({ state: deliveryStates.find((one) => one === value) })}
      />
      <WebhookChoice value={wanted.webhook} onChange={(webhook) => onChange({ webhook })} />
      <DayField label={t('log.from')} value={wanted.from} onChange={(from) => onChange({ from })} />
      <DayField label={t('log.to')} value={wanted.to} onChange={(to) => onChange({ to })} />
      <Group ml="auto">
        <RetryFailed count={failed} label={t('deliveries.retryDead', { count: failed })} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() =>
            void calls()
              ['deliveries.export'](searchOf(wanted))
              .then((reply) => showExport(reply, t))
          }
        >
          {t('deliveries.export')}
        </Button>
      </Group>
    </Group>
  );
}

interface WebhookChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (webhook: string | undefined) => void;
}

function WebhookChoice({ value, onChange }: WebhookChoiceProps) {
  const t = useText();
  const webhooks = useDesk((desk) => desk.config.webhooks);
  return (
    <Select
      aria-label={t('deliveries.columns.webhook')}
      placeholder={t('deliveries.allWebhooks')}
      clearable
      searchable
      w={190}
      data={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
