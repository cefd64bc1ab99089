import { Button, Group, Menu, Stack, Tabs, Title } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSought } from '../../api/place-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { DeliveriesPanel } from '../deliveries/deliveries-panel.tsx';
import { TemplatesPanel } from '../templates/templates-panel.tsx';
import { TemplateWizard } from '../templates/template-wizard.tsx';
import { newWebhook, type WebhookKind } from './webhook-draft.ts';
import { WebhookEditor } from './webhook-editor.tsx';
import { WebhookList } from './webhook-list.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Webhooks, templates and deliveries. */
export function WebhooksPage() {
  const t = useText();
  const [tab, setTab] = useState<string | null>('webhooks');
  const [result, setResult] = useState<string | undefined>();
  const { webhooks } = useDesk((desk) => desk.config);
  const { canEdit } = usePartRights('webhooks');
  const [sought, setSought] = useState(useSought('webhooks', webhooks, canEdit));
  return (
    <Stack maw={1400} mx="auto">
      <Title order={1} size="h3">
        {t('webhooks.title')}
      </Title>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) => {
          setTab(chosen);
          setResult(undefined);
          setSought(undefined);
        }}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="webhooks">{t('webhooks.tabs.webhooks')}</Tabs.Tab>
          <Tabs.Tab value="templates">{t('webhooks.tabs.templates')}</Tabs.Tab>
          <Tabs.Tab value="deliveries">{t('webhooks.tabs.deliveries')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="webhooks">
          <WebhooksPanel
            sought={sought}
            onResult={(delivery) => {
              setTab('deliveries');
              setResult(delivery);
              setSought(undefined);
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="templates">
          <TemplatesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries">
          <DeliveriesPanel key={result} delivery={result} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

interface WebhooksPanelProps {
  /** Opened at first. */
  readonly sought: Webhook | undefined;
  /** Shows the delivery of a test. */
  readonly onResult: (deliveryId: string) => void;
}

function WebhooksPanel({ sought, onResult }: WebhooksPanelProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { canCreate, canEdit } = usePartRights('webhooks');
  const locked = !canEdit;
  const [edited, setEdited] = useState(sought);
  const [wizard, setWizard] = useState<'existing' | 'create' | undefined>();
  const isNew = edited !== undefined && !config.webhooks.some(({ id }) => id === edited.id);
  return (
    <Stack>
      <LockedNote part="webhooks" />
      {canCreate && (
        <AddMenu
          onAdd={(kind) => setEdited(newWebhook(kind))}
          onWizard={setWizard}
          hasTemplates={config.templates.length > 0}
          canMakeTemplates={config.locked['templates'] === undefined}
        />
      )}
      {config.webhooks.length === 0 ? (
        <EmptyNote text={t('webhooks.empty')} />
      ) : (
        <WebhookList locked={locked} onEdit={setEdited} onResult={onResult} />
      )}
      {edited !== undefined && (
        <WebhookEditor
          key={edited.id}
          webhook={edited}
          isNew={isNew}
          onClose={() => setEdited(undefined)}
        />
      )}
      {wizard !== undefined && (
        <TemplateWizard key={wizard} way={wizard} onClose={() => setWizard(undefined)} />
      )}
    </Stack>
  );
}

interface AddMenuProps {
  readonly onAdd: (kind: WebhookKind) => void;
  readonly onWizard: (way: 'existing' | 'create') => void;
  readonly hasTemplates: boolean;
  readonly canMakeTemplates: boolean;
}

function AddMenu({ onAdd, onWizard, hasTemplates, canMakeTemplates }: AddMenuProps) {
  const t = useText();
  return (
    <Group justify="flex-end">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconPlus size={16} />} rightSection={<IconChevronDown size={16} />}>
            {t('webhooks.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['blank', 'acefone', 'callvoip'] as const).map((kind) => (
            <Menu.Item key={kind} onClick={() => onAdd(kind)}>
              {t(`webhooks.kinds.${kind}`)}
            </Menu.Item>
          ))}
          <Menu.Item disabled={!hasTemplates} onClick={() => onWizard('existing')}>
            {t('webhooks.kinds.existing')}
          </Menu.Item>
          {canMakeTemplates && (
            <Menu.Item onClick={() => onWizard('create')}>{t('webhooks.kinds.create')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
