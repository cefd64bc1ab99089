// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newRuleFor, newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { WebhookEditor } from '../../../renderer/features/webhooks/webhook-editor.tsx';
import { WebhooksPage } from '../../../renderer/features/webhooks/webhooks-page.tsx';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const save = () => screen.getByRole('button', { name: 'Save' });
const url = () => field(english('webhooks.url'));
const stored: Webhook = {
  ...newWebhook('blank'),
  id: 'hook',
  name: 'Hook',
  url: 'https://hooks.example.com/',
};

async function edit(desk: MemoryDesk, webhook: Webhook) {
  const onClose = vi.fn();
  const isNew = !desk.config.snapshot().webhooks.some(({ id }) => id === webhook.id);
  const editor = <WebhookEditor webhook={webhook} isNew={isNew} onClose={onClose} />;
  return { user: await show(editor, desk), onClose };
}

it('saves a new webhook with its fields, its headers and its rule', async () => {
  const desk = new MemoryDesk();
  const webhook = newWebhook('blank');
  const { user, onClose } = await edit(desk, webhook);
  await user.type(field('Name'), 'CRM');
  await user.type(field('Description'), 'For sales');
  await user.type(url(), 'https://hooks.example.com/calls');
  await user.click(screen.getByRole('button', { name: english('webhooks.addValue') }));
  const fields = within(screen.getByRole('group', { name: english('webhooks.fields') }));
  const [name, value] = fields.getAllByRole('textbox');
  await user.type(name!, 'source');
  await user.type(value!, 'ringcue');
  await user.click(screen.getByRole('button', { name: english('webhooks.addSecretHeader') }));
  await user.type(field(english('webhooks.header')), 'X-Key');
  await user.type(screen.getByLabelText(english('webhooks.secretValue')), 'hunter2');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const { webhooks, rules } = desk.config.snapshot();
  expect(webhooks).toMatchObject([
    {
      name: 'CRM',
      description: 'For sales',
      url: 'https://hooks.example.com/calls',
      body: { kind: 'fields', fields: [{ name: 'source', value: 'ringcue' }] },
      headers: [{ name: 'X-Key', secret: { secret: expect.any(String) as unknown } }],
    },
  ]);
  expect(rules).toMatchObject([{ name: 'CRM', enabled: true, when: { stage: 'hangup' } }]);
});

it('shows what is wrong at each field and puts the cursor at the first', async () => {
  const desk = new MemoryDesk({ webhooks: [stored] });
  const { user, onClose } = await edit(desk, stored);
  await user.clear(url());
  await user.type(url(), 'https://{{{{call.id}}.example.com');
  await user.click(screen.getByRole('button', { name: english('webhooks.addHeader') }));
  await user.type(field(english('webhooks.header')), 'not a name');
  await user.click(save());
  await waitFor(() => expect(problemAt(url())).not.toBe(english('webhooks.urlHint')));
  expect(problemAt(field(english('webhooks.header')))).toContain(
    english('problem.field.headerName'),
  );
  expect(document.activeElement).toBe(url());
  expect(onClose).not.toHaveBeenCalled();
});

it('waits for Acefone’s trigger itself', async () => {
  const desk = new MemoryDesk();
  const { user, onClose } = await edit(desk, newWebhook('acefone'));
  await user.type(field('Name'), 'Acefone');
  await user.type(url(), 'https://hooks.example.com/');
  await user.click(field(english('webhooks.trigger')));
  await user.click(await screen.findByRole('option', { name: /^Call hangup \(Missed or/ }));
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().rules).toMatchObject([
    { when: { trigger: { system: 'acefone', name: 'Call hangup (Missed or Answered)' } } },
  ]);
});

it('turns the rule off where only others are to send the webhook', async () => {
  const rule = { ...newRuleFor(stored), name: 'Hook' };
  const desk = new MemoryDesk({ webhooks: [stored], rules: [rule] });
  const { user, onClose } = await edit(desk, stored);
  await user.click(screen.getByRole('switch', { name: english('webhooks.isSent') }));
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().rules).toEqual([{ ...rule, enabled: false }]);
});

it('takes any other code for success, says where one is none, and follows a redirect', async () => {
  const desk = new MemoryDesk({ webhooks: [stored] });
  const { user, onClose } = await edit(desk, stored);
  const codes = () => field(english('webhooks.otherSuccess'));
  await user.click(screen.getByRole('checkbox', { name: '203' }));
  await user.type(codes(), '302,abc,');
  await user.type(codes(), '700,');
  const follow = english('webhooks.followRedirects');
  await user.click(screen.getByRole('switch', { name: (name) => name.startsWith(follow) }));
  await user.click(save());
  await waitFor(() => expect(problemAt(codes())).toContain(english('problem.field.successCode')));
  await user.type(codes(), '{Backspace}');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().webhooks).toMatchObject([
    { successCodes: [200, 201, 202, 204, 302], followRedirects: true },
  ]);
});

it('says that a rule waits for something else than the trigger, and lets it wait for it', async () => {
  const webhook = { ...newWebhook('acefone'), id: 'hook', name: 'Hook', url: stored.url };
  const rule = { ...newRuleFor(webhook), name: 'Hook', when: { stage: 'hangup' as const } };
  const desk = new MemoryDesk({ webhooks: [webhook], rules: [rule] });
  const { user } = await edit(desk, webhook);
  screen.getByText('The rule of this webhook waits for “Ended”, not for the trigger.');
  await user.click(screen.getByRole('button', { name: english('webhooks.waitForTrigger') }));
  expect(screen.queryByText(english('webhooks.otherWhen'))).toBeNull();
  await user.click(save());
  await waitFor(() =>
    expect(desk.config.snapshot().rules[0]?.when).toEqual(newRuleFor(webhook).when),
  );
});

it('lists what a webhook’s rules wait for', async () => {
  const webhook = { ...newWebhook('acefone'), id: 'hook', name: 'Hook', url: stored.url };
  const rule = { ...newRuleFor(webhook), name: 'Hook', when: { stage: 'hangup' as const } };
  const other = { ...webhook, id: 'other', name: 'Other' };
  await show(<WebhooksPage />, new MemoryDesk({ webhooks: [webhook, other], rules: [rule] }));
  const [first, second] = screen.getAllByTestId('webhook-row');
  expect(first?.textContent).toContain(english('stage.hangup'));
  expect(second?.textContent).toContain(english('webhooks.never'));
});

it('closes the list of tokens by Escape, and not the editor around it', async () => {
  const { user, onClose } = await edit(new MemoryDesk({ webhooks: [stored] }), stored);
  await user.click(screen.getAllByRole('button', { name: english('webhooks.insertToken') })[0]!);
  await user.type(await screen.findByLabelText(english('webhooks.searchToken')), 'caller');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: english('webhooks.searchToken') })).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
});
