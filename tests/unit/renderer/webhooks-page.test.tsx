// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { RetryFailed } from '../../../renderer/features/deliveries/retry-failed.tsx';
import { emptyWizard } from '../../../renderer/features/templates/wizard-draft.ts';
import { WizardSummary } from '../../../renderer/features/templates/wizard-summary.tsx';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { WebhooksPage } from '../../../renderer/features/webhooks/webhooks-page.tsx';
import type { Delivery } from '../../../shared/model/delivery.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const delivery = (id: string): Delivery => ({
  number: 1,
  id,
  webhook: 'hook',
  webhookName: 'Hook',
  host: 'hooks.example.com',
  callKey: 'c1',
  caller: id,
  stage: 'hangup',
  acceptedAt: 1,
  expiresAt: 900,
  attempts: 0,
  roundStart: 0,
  problem: null,
  isTest: true,
  lastMs: 0,
  state: 'waiting',
  nextAt: 5,
});

it('leads from a test that was sent to its delivery', async () => {
  const webhook = { ...newWebhook('blank'), id: 'hook', name: 'Hook', url: 'https://a.example/' };
  const all = [delivery('msg_1'), delivery('msg_2')];
  const desk = new MemoryDesk(
    { webhooks: [webhook] },
    {
      'webhook.test': () => ({ ok: true, value: { id: 'msg_2' } }),
      'deliveries.search'({ search }) {
        const rows = all.filter(({ id }) => id.includes(search));
        return { ok: true, value: { rows, total: rows.length } };
      },
      'deliveries.detail': ({ id }) => ({
        ok: true,
        value: {
          ...{ id, method: 'POST', url: `https://a.example/${id}`, headers: [], attempts: [] },
          curl: 'curl',
        },
      }),
    },
  );
  const user = await show(<WebhooksPage />, desk);
  await user.click(screen.getByRole('button', { name: `${english('common.more')}: Hook` }));
  await user.click(await screen.findByRole('menuitem', { name: english('definitions.test') }));
  await user.click(await screen.findByRole('button', { name: english('webhooks.viewResult') }));
  await screen.findByText(/POST https:\/\/a\.example\/msg_2/);
  // The stage in words, never its key in the code.
  expect(screen.getAllByText(/msg_2 · Ended/)).not.toEqual([]);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe(
    english('webhooks.tabs.deliveries'),
  );
});

it('says how many of the failed deliveries are retried', async () => {
  const steps = [5, 15, 0];
  const waiting: (() => void)[] = [];
  const retry = vi.fn(async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { ok: true as const, value: { count: steps.shift() ?? 0 } };
  });
  const desk = new MemoryDesk({}, { 'deliveries.retryDead': retry });
  const user = await show(<RetryFailed count={20} label="Retry" />, desk);
  const step = async (times: number) => {
    await waitFor(() => expect(retry).toHaveBeenCalledTimes(times));
    act(() => waiting.shift()?.());
  };
  await user.click(screen.getByRole('button'));
  await screen.findByText('Retrying 0 of 20…');
  await step(1);
  await screen.findByText('Retrying 5 of 20…');
  await step(2);
  await screen.findByText('Retrying 20 of 20…');
  await step(3);
  await screen.findByText(english('deliveries.retried', { count: 20 }));
});

it('sums up what the wizard makes', async () => {
  const desk = new MemoryDesk(
    {},
    { 'template.preview': () => ({ ok: true, value: { body: '{}' } }) },
  );
  const draft = {
    ...emptyWizard,
    name: 'Leads',
    url: 'https://crm.example.com/leads',
    moment: 'end',
    pressedKeys: ['3'],
    tags: ['Izmir'],
    successCode: 204,
    headers: [{ name: 'X-From', value: 'ringcue' }],
  } as const;
  const template = { id: 't', name: 'Lead', group: '', format: 'json', text: '{}' } as const;
  await show(<WizardSummary draft={draft} template={template} />, desk);
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows).toEqual([
    'Webhook nameLeads',
    'URLPOST https://crm.example.com/leads',
    'When to sendWhen the call ends',
    'My numbers–',
    'Campaigns–',
    'Key pressed3',
    'AgentAny agent',
    'Locations and tagsIzmir',
    'TemplateLead',
    'Template groupAll webhooks',
    'HeadersX-From: ringcue',
    'Success response code204',
  ]);
});

it('lists the webhooks of a location or a tag', async () => {
  const webhook = (name: string, tags?: string[]) => ({
    ...newWebhook('blank'),
    id: name.toLowerCase(),
    name,
    url: 'https://a.example/',
    ...(tags && { tags }),
  });
  const webhooks = [webhook('One', ['Izmir', 'VIP']), webhook('Two', ['Ankara']), webhook('Three')];
  const user = await show(<WebhooksPage />, new MemoryDesk({ webhooks }));
  expect(screen.getAllByTestId('webhook-row')).toHaveLength(3);
  await user.click(screen.getByRole('combobox', { name: english('webhooks.tagFilter') }));
  const choices = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(choices).toEqual(['Ankara', 'Izmir', 'VIP']);
  await user.click(screen.getByRole('option', { name: 'VIP' }));
  await waitFor(() => expect(screen.getAllByTestId('webhook-row')).toHaveLength(1));
  expect(screen.getByTestId('webhook-row').textContent).toContain('One');
});
