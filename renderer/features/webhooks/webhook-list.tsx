import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { outboundTypeName } from '../../../shared/model/outbound-type.ts';
import { actionKey, rulesByAction } from '../../../shared/model/rule-actions.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useDesk } from '../../api/desk-context.tsx';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { DefinitionState } from '../../ui/list/definition-actions.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { whenText } from '../../ui/when-choices.ts';
import { TagFilter } from './tag-filter.tsx';
import { knownTags } from '../templates/template-groups.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Translate } from '../../../shared/text/translate.ts';

interface Row {
  readonly webhook: Webhook;
  readonly trigger: string;
  readonly destination: string;
  readonly callType: string;
}

const itemOf = ({ webhook }: Row): Webhook => webhook;
const can = { switch: true, pause: true } as const;

interface WebhookListProps {
  readonly locked: boolean;
  readonly onEdit: (webhook: Webhook) => void;
  /** Shows the delivery of a test. */
  readonly onResult: (deliveryId: string) => void;
}

/** Acefone's columns. */
export function WebhookList({ locked, onEdit, onResult }: WebhookListProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const rows = useMemo(
    () => rowsOf(config.webhooks, config.rules, t),
    [config.webhooks, config.rules, t],
  );
  const [tag, setTag] = useState<string | null>(null);
  const tags = useMemo(() => knownTags(config.webhooks), [config.webhooks]);
  const shown = useMemo(
    () => (tag === null ? rows : rows.filter(({ webhook }) => webhook.tags?.includes(tag))),
    [rows, tag],
  );
  const columns = useColumns();
  const searches = useMemo(() => [{ label: t('webhooks.search'), text: searchText }], [t]);
  return (
    <DefinitionList
      part="webhooks"
      rows={shown}
      itemOf={itemOf}
      columns={columns}
      searches={searches}
      rowTestId="webhook-row"
      can={can}
      locked={locked}
      filters={<TagFilter tags={tags} value={tag} onChange={setTag} />}
      onEdit={({ webhook }) => onEdit(webhook)}
      onTest={({ webhook }) => void test(webhook, t, onResult)}
    />
  );
}

async function test({ id }: Webhook, t: Translate, onResult: (id: string) => void): Promise<void> {
  const reply = await calls()['webhook.test']({ webhookId: id, call: { from: 'sample' } });
  if (reply.ok) showTested(t, () => onResult(reply.value.id));
  else showProblems(reply.problems, t);
}

/** Says that a test is on its way, and leads to its delivery. */
function showTested(t: Translate, onView: () => void): void {
  const id = notifications.show({
    color: 'teal',
    closeButtonProps: { 'aria-label': t('common.dismiss') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('webhooks.tested')}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            onView();
          }}
        >
          {t('webhooks.viewResult')}
        </Button>
      </Group>
    ),
  });
}

const searchText = ({ webhook, trigger, destination, callType }: Row): string =>
  [
    webhook.name,
    webhook.description,
    webhook.url,
    ...(webhook.tags ?? []),
    trigger,
    destination,
    callType,
  ].join('\n');

function rowsOf(webhooks: readonly Webhook[], all: readonly Rule[], t: Translate): Row[] {
  const byAction = rulesByAction(all.filter(({ enabled }) => enabled));
  return webhooks.map((webhook) =>
    rowOf(webhook, byAction.get(actionKey({ do: 'send', webhook: webhook.id })) ?? [], t),
  );
}

/** @param rules those that are on and send it */
function rowOf(webhook: Webhook, rules: readonly Rule[], t: Translate): Row {
  const unique = (values: readonly string[]): string => [...new Set(values)].join(', ');
  const directions = rules.flatMap(({ which }) => which.directions ?? []);
  return {
    webhook,
    trigger:
      rules.length === 0 ? t('webhooks.never') : unique(rules.map(({ when }) => whenText(when, t))),
    destination: unique(
      rules.flatMap(({ which }) => [
        ...(which.calledNumbers ?? []),
        ...(which.outboundTypes ?? []).map(outboundTypeName),
      ]),
    ),
    callType:
      directions.length === 0
        ? t('webhooks.allCalls')
        : unique(directions.map((direction) => t(`direction.${direction}`))),
  };
}

function useColumns(): readonly ListColumn<Row>[] {
  const t = useText();
  return useMemo(() => {
    const plain = (
      key: string,
      label: string,
      value: (row: Row) => string,
      /** What an admin typed may be one long word; our own words stay whole. */
      overflowWrap: 'anywhere' | 'normal' = 'anywhere',
    ): ListColumn<Row> => ({
      key,
      label,
      value,
      render: (row) => (
        <Text size="sm" lineClamp={2} style={{ overflowWrap }} title={value(row)}>
          {value(row)}
        </Text>
      ),
    });
    return [
      {
        ...plain('name', t('webhooks.columns.name'), ({ webhook }) => webhook.name),
        render: ({ webhook }) => (
          <Stack gap={0} miw={120}>
            <Text fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
              {webhook.name}
            </Text>
            {webhook.tags !== undefined && (
              <Text size="xs" c="dimmed" lineClamp={1}>
                {webhook.tags.join(', ')}
              </Text>
            )}
          </Stack>
        ),
      },
      plain(
        'description',
        t('webhooks.columns.description'),
        ({ webhook }) => webhook.description ?? '',
      ),
      plain('url', t('webhooks.columns.url'), ({ webhook }) => webhook.url),
      plain('trigger', t('webhooks.columns.trigger'), ({ trigger }) => trigger),
      plain('destination', t('webhooks.columns.destination'), ({ destination }) => destination),
      plain('callType', t('webhooks.columns.callType'), ({ callType }) => callType, 'normal'),
      {
        key: 'status',
        label: t('webhooks.columns.status'),
        value: ({ webhook }) => (webhook.enabled ? (webhook.pause === undefined ? 0 : 1) : 2),
        render: ({ webhook }) => <DefinitionState item={webhook} />,
      },
    ];
  }, [t]);
}
