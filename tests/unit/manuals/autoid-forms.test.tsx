// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { WebhookEditor } from '../../../renderer/features/webhooks/webhook-editor.tsx';
import { WebhooksPage } from '../../../renderer/features/webhooks/webhooks-page.tsx';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { withOurTokens } from '../../../shared/templates/autoid-tokens.ts';
import { prepareTemplate } from '../../../shared/templates/template.ts';
import { tokenChoices } from '../../../shared/templates/token-catalogue.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { autoid } from '../../support/reference.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const { tokens, wizard, successCodes, methods, headers, templateTypes, categories } = autoid;
const button = (name: string) => screen.getByRole('button', { name });
const choose = (label: string | RegExp) => screen.getByRole('combobox', { name: label });
const preview = () => ({ ok: true as const, value: { body: '{}' } });
const fill = { call: sampleCall, dates: { zone: 'UTC' }, whenUnset: 'empty' } as const;

it('offers all 77 tokens in the four categories of the manual', () => {
  const offered = tokenChoices.filter(({ key }) => key.startsWith('%'));
  expect(offered.map(({ key, category }) => [key, category])).toEqual(
    tokens.map(({ token, category }) => [token, category]),
  );
  expect(new Set(offered.map(({ category }) => category))).toEqual(
    new Set(Object.keys(categories)),
  );
});

it.each(tokens)('recognises $token with and without quotes, and a sample call fills it', (one) => {
  const { token, nested } = one;
  for (const text of [`{"a": ${token}}`, `{"a": "${token}"}`]) {
    const ours = withOurTokens('json', text);
    expect(ours).not.toContain('%');
    const template = prepareTemplate('json', ours);
    const body = template.ok ? parseJson(template.value(fill)) : template;
    expect(body).toEqual({ ok: true, value: { a: expect.anything() as unknown } });
    expect(template.ok && template.value(fill)).not.toBe('{"a":""}');
  }
  expect(withOurTokens('json', `{"a": "x ${token}"}`)).not.toContain('%');
  for (const text of [
    `<a>${token}</a>`,
    `<a b="${token}"/>`,
    `<a b='${token}'/>`,
    `<a b=${token}/>`,
  ]) {
    const template = prepareTemplate('xml', withOurTokens('xml', text));
    expect(template.ok && template.value(fill), text).not.toMatch(/%|<a\/>|b=""/);
  }
  if (nested) expect(withOurTokens('json', `{"a": "${token}"}`)).toContain(':json}}');
});

it('fills fields outside the call with the example of the manual', () => {
  const { ext } = sampleCall;
  expect(ext['autoid']).toMatchObject({
    session_id: tokens.find(({ token }) => token === '%session_id%')?.example,
    vehicle_vin: '1C6RRFFG9KN909808',
    visitor_lat: '34.153500',
  });
});

it('leaves alone what is no token', () => {
  const text = '{"a": "100% of 50%", "b": "%nothing%", "c\\"%": 1}';
  expect(withOurTokens('json', text)).toBe(text);
  expect(withOurTokens('json', '{"a": %dialed_time%}')).toBe('{"a": "{{totalSeconds:number}}"}');
  expect(withOurTokens('xml', '<a>5% %ani%</a>')).toBe('<a>5% {{callerNumber}}</a>');
});

const lead = { id: 't1', name: 'Lead', group: 'Sales', format: 'json', text: '{"a": 1}' } as const;
const shared = { ...lead, id: 't2', name: 'Common', group: '' };

async function openWizard(way: 'existing' | 'create', desk: MemoryDesk) {
  const user = await show(<WebhooksPage />, desk);
  await user.click(button(english('webhooks.add')));
  await user.click(await screen.findByRole('menuitem', { name: english(`webhooks.kinds.${way}`) }));
  await screen.findByRole('dialog', { name: english(`wizard.titles.${way}`) });
  const next = () => user.click(button(english('wizard.next')));
  return { user, next };
}

const steps = () =>
  screen.getAllByRole('button').flatMap(({ textContent }) => {
    const known = [...wizard.createTemplate.map(({ step }) => step)];
    const step = known.find((name) => textContent.endsWith(name));
    return step === undefined ? [] : [step];
  });

it('has the wizard for an existing template, with its steps and fields', async () => {
  const desk = new MemoryDesk({ templates: [lead, shared] }, { 'template.preview': preview });
  const { user, next } = await openWizard('existing', desk);
  expect(steps()).toEqual(wizard.existingTemplate.map(({ step }) => step));
  expect(wizard.existingTemplate[0]?.fields).toEqual(['Webhook Name', 'URL', 'Template']);
  await user.type(field(english('wizard.webhookName')), 'Leads');
  await user.type(field(english('webhooks.url')), 'http://crm.example.com/leads');
  await user.click(choose(english('wizard.which')));
  const groups = (await screen.findAllByRole('group')).map((group) => group.textContent);
  expect(groups).toEqual(['All webhooksCommon', 'SalesLead']);
  await user.click(screen.getByRole('option', { name: 'Lead' }));
  await next();
  await advanced(user, desk);
  expect(desk.config.snapshot().webhooks).toMatchObject([
    { group: 'Sales', body: { kind: 'template', template: 't1' } },
  ]);
});

it('has the wizard for a new template, refuses one that is not well formed, and knows tokens', async () => {
  const desk = new MemoryDesk({}, { 'template.preview': preview });
  const { user, next } = await openWizard('create', desk);
  expect(steps()).toEqual(wizard.createTemplate.map(({ step }) => step));
  await user.type(field(english('wizard.webhookName')), 'Leads');
  await user.type(field(english('webhooks.url')), 'http://crm.example.com/leads');
  await user.type(field(english('wizard.templateName')), 'Lead');
  await user.type(field(english('wizard.templateGroup')), 'Sales');
  const types = screen.getByRole('radiogroup', { name: english('wizard.templateType') });
  expect(
    within(types)
      .getAllByRole('radio')
      .map((one) => one.getAttribute('value')),
  ).toEqual(templateTypes.map((type) => type.toLowerCase()));
  const format = field(english('wizard.templateFormat'));
  await user.click(format);
  await user.paste('{"first": ');
  expect(problemAt(format)).toMatch(/not valid JSON/);
  expect(button(english('wizard.next'))).toHaveProperty('disabled', true);
  await user.clear(format);
  await user.paste('{"first": "Ann", "phone": %ani%}');
  await next();
  const token = english('wizard.token');
  expect(choose(`${token}: phone`)).toHaveProperty('value', expect.stringMatching(/^%ani% /));
  await user.type(choose(`${token}: first`), '%ani_first_name%');
  await user.click(await screen.findByRole('option', { name: /%ani_first_name%/ }));
  await next();
  await advanced(user, desk);
  const { templates, webhooks } = desk.config.snapshot();
  expect(templates).toMatchObject([{ name: 'Lead', group: 'Sales', format: 'json' }]);
  expect(JSON.parse(templates[0]!.text)).toEqual({
    first: '{{contactFirstName}}',
    phone: '{{callerNumber}}',
  });
  expect(webhooks[0]?.group).toBe('Sales');
});

/** Headers, success code and method, then the summary. */
async function advanced(user: Awaited<ReturnType<typeof show>>, desk: MemoryDesk): Promise<void> {
  expect(headers.inputs).toEqual(['HTTP Header', 'Value']);
  await user.click(button(english('webhooks.addHeader')));
  const name = field(english('webhooks.header'));
  await user.type(name, 'not a name');
  expect(problemAt(name)).toBe(english('problem.field.headerName'));
  expect(button(english('wizard.next'))).toHaveProperty('disabled', true);
  await user.clear(name);
  await user.type(name, 'content-t');
  await user.click(await screen.findByRole('option', { name: 'Content-Type' }));
  await user.click(field(english('webhooks.value')));
  const values = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(values).toEqual(headers.valueExamples);
  await user.click(screen.getByRole('option', { name: 'application/json' }));
  await user.click(choose(english('wizard.successCode')));
  const codes = (await screen.findAllByRole('option')).map(({ textContent }) =>
    Number(textContent),
  );
  expect(codes).toEqual(successCodes);
  await user.click(screen.getByRole('option', { name: '204' }));
  const method = within(screen.getByRole('radiogroup', { name: english('wizard.method') }));
  expect(method.getAllByRole('radio').map((one) => one.getAttribute('value'))).toEqual(methods);
  await user.click(method.getByRole('radio', { name: 'PUT' }));
  await user.click(button(english('wizard.next')));
  const rows = (await screen.findAllByRole('row')).map(({ textContent }) => textContent);
  expect(rows).toContain('Webhook nameLeads');
  expect(rows).toContain('HeadersContent-Type: application/json');
  await user.click(button(english('wizard.finish')));
  await waitFor(() =>
    expect(desk.config.snapshot().webhooks).toMatchObject([
      {
        name: 'Leads',
        method: 'PUT',
        successCodes: [204],
        headers: [{ name: 'Content-Type', value: 'application/json' }],
      },
    ]),
  );
  await screen.findByText(english('saved.webhooks', { name: 'Leads' }));
}

/** A key, a campaign and a called number: chosen, or typed. */
async function chooseCalls(user: Awaited<ReturnType<typeof show>>): Promise<void> {
  await user.click(field(english('rules.pressedKeys')));
  await user.click(await screen.findByRole('option', { name: '2' }));
  await user.click(field(english('rules.campaigns')));
  await user.click(await screen.findByRole('option', { name: 'Radio' }));
  await user.type(field(english('webhooks.numbers')), '7774839229{Enter}');
}
const chosen = { pressedKeys: ['2'], campaigns: ['Radio'], calledNumbers: ['7774839229'] };
const agent = { id: '7', campaigns: ['Radio'] };

it('lets the wizard send for what the caller pressed, a campaign or a called number', async () => {
  const desk = new MemoryDesk({ agent, templates: [lead] }, { 'template.preview': preview });
  const { user, next } = await openWizard('existing', desk);
  await user.type(field(english('wizard.webhookName')), 'Leads');
  await user.type(field(english('webhooks.url')), 'http://crm.example.com/leads');
  await chooseCalls(user);
  // It says what the usual choice means: every computer sends.
  expect(screen.getByText(english('rules.hints.agent.any'))).toBeTruthy();
  await user.click(choose(english('rules.agent')));
  await user.click(await screen.findByRole('option', { name: english('rules.agentIs.served') }));
  await user.click(choose(english('wizard.which')));
  await user.click(await screen.findByRole('option', { name: 'Lead' }));
  await next();
  await next();
  const rows = (await screen.findAllByRole('row')).map(({ textContent }) => textContent);
  expect(rows).toEqual(
    expect.arrayContaining(['My numbers7774839229', 'CampaignsRadio', 'Key pressed2']),
  );
  await user.click(button(english('wizard.finish')));
  await screen.findByText(english('saved.webhooks', { name: 'Leads' }));
  expect(desk.config.snapshot().rules.map(({ which }) => which)).toEqual([
    { agent: 'served', internal: false, ...chosen },
  ]);
});

it('lets the form of a webhook send for the same', async () => {
  const webhook = { ...newWebhook('blank'), id: 'w', name: 'W', url: 'https://a.example/' };
  const desk = new MemoryDesk({ agent, webhooks: [webhook] });
  const editor = <WebhookEditor webhook={webhook} isNew={false} onClose={() => undefined} />;
  const user = await show(editor, desk);
  await user.click(screen.getByRole('switch', { name: english('webhooks.isSent') }));
  await chooseCalls(user);
  await user.click(button('Save'));
  await waitFor(() =>
    expect(desk.config.snapshot().rules.map(({ which }) => which)).toMatchObject([chosen]),
  );
});
