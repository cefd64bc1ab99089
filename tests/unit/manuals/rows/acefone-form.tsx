import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect } from 'vitest';
import { newRuleFor } from '../../../../renderer/features/webhooks/webhook-draft.ts';
import { WebhookEditor } from '../../../../renderer/features/webhooks/webhook-editor.tsx';
import { WebhooksPage } from '../../../../renderer/features/webhooks/webhooks-page.tsx';
import { acefoneTriggers } from '../../../../shared/dialects/acefone-triggers.ts';
import { english } from '../../../../shared/text/english.ts';
import { MemoryDesk } from '../../../support/memory-desk.ts';
import {
  beside,
  differs,
  memberText,
  says,
  textsIn,
  type Entry,
} from '../../../support/reference-table.ts';
import { field, longWalk, show } from '../../../support/render.tsx';
import { datedAs, effects } from './acefone-effects.ts';
import { bodyOf, form, received, url } from './acefone-sent.ts';

const webhook = {
  ...form,
  id: 'w',
  name: 'New Call Webhook',
  description: 'Triggers when a new call starts',
};
const hangup = 'Call hangup (Missed or Answered)';
const button = (name: string) => screen.getByRole('button', { name });

/** The manual's names, and ours where they are others. */
const labels: Readonly<Record<string, string>> = {
  Request: english('webhooks.method'),
  'Date Time Format': english('webhooks.dateFormat'),
};
const labelOf = (name: string): string => labels[name] ?? name;
const choices = new Map<string, string[]>();
let formLabels: string[] = [];

/** What can be chosen in a list of the form. */
async function choicesOf(user: Awaited<ReturnType<typeof show>>, name: string): Promise<string[]> {
  await user.click(field(new RegExp(`^${name}`, 'i')));
  const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
  return options;
}

beforeAll(async () => {
  const seen = { calledNumbers: ['+918069010149'], queues: [], campaigns: [] };
  const desk = new MemoryDesk(
    { agent: { id: '7', numbers: ['+918069010148'] } },
    { 'calls.filterValues': () => ({ ok: true, value: seen }) },
  );
  const editor = <WebhookEditor webhook={{ ...form, id: 'w' }} isNew onClose={() => undefined} />;
  const user = await show(editor, desk);
  formLabels = [...document.querySelectorAll('label, [role=radiogroup]')].map(
    (one) => one.getAttribute('aria-label') ?? one.textContent.replace(/\s*\*$/, ''),
  );
  for (const name of [
    'Trigger',
    'Call Type',
    'Content-Type',
    'Outbound Type',
    'My Numbers',
    'Time Zone',
  ]) {
    choices.set(name, await choicesOf(user, name));
  }
  choices.set('Date Time Format', await choicesOf(user, english('webhooks.dateFormat')));
  const methods = within(screen.getByRole('radiogroup', { name: english('webhooks.method') }));
  choices.set(
    'Request',
    methods.getAllByRole('radio').map((one) => one.getAttribute('value') ?? ''),
  );
  cleanup();
}, longWalk);

const offers = (name: string, option: string): void => {
  const wanted = option === 'Epoch/Unix Time' ? 'Unix time' : option;
  expect(choices.get(name)?.some((one) => one.toLowerCase().startsWith(wanted.toLowerCase()))).toBe(
    true,
  );
};

/** The row of the list, by the columns of the manual. */
async function cellOf(column: string, which: object = {}): Promise<string> {
  const rule = { ...newRuleFor(webhook), name: 'R' };
  const rules = [{ ...rule, which: { ...rule.which, ...which } }];
  await show(<WebhooksPage />, new MemoryDesk({ webhooks: [webhook], rules }));
  const heads = screen
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent.toLowerCase());
  const at = heads.indexOf(column === 'Action' ? 'actions' : column.toLowerCase());
  expect(at, column).not.toBe(-1);
  return within(screen.getByTestId('webhook-row')).getAllByRole('cell')[at]?.innerHTML ?? '';
}

/** What stands in each column, and with which filters of the rule. */
const inColumn: Readonly<Record<string, readonly [text: string, which?: object]>> = {
  Name: ['New Call Webhook'],
  Description: ['Triggers when a new call starts'],
  URL: [url],
  Trigger: ['Call received on Server'],
  Destination: ['Click to Call', { outboundTypes: ['click_to_call'] }],
  'Call Type': [english('direction.outbound'), { directions: ['outbound'] }],
  Status: [english('definitions.on')],
  Action: [english('common.edit')],
};
async function shows({ names: [column = ''] }: Entry): Promise<void> {
  const [text, which] = inColumn[column] ?? [''];
  expect(await cellOf(column, which)).toContain(text);
}

/** A button of a row, or an item of its menu. */
const actions: Readonly<Record<string, string>> = {
  'Disable or Enable': english('definitions.disable'),
  'enable/disable': english('definitions.disable'),
  Pause: english('definitions.pauseFor.hour'),
  pause: english('definitions.pauseFor.hour'),
};

async function canDo({ text }: Entry): Promise<void> {
  const user = await show(<WebhooksPage />, new MemoryDesk({ webhooks: [webhook] }));
  const item = actions[text];
  if (item !== undefined) {
    await user.click(button(`${english('common.more')}: ${webhook.name}`));
    await screen.findByRole('menuitem', { name: item });
  } else if (/edit|delete/i.test(text)) {
    button(`${english(/edit/i.test(text) ? 'common.edit' : 'common.delete')}: ${webhook.name}`);
  } else if (text === 'add') button(english('webhooks.add'));
  else if (text === 'list') screen.getByTestId('webhook-row');
  else addsToTheBody();
}

function addsToTheBody(): void {
  const extra = [{ name: 'key', value: 'value' }];
  expect(bodyOf(hangup, received(hangup), {}, { extra })['key']).toBe('value');
}

async function hasState({ text }: Entry): Promise<void> {
  const states: Readonly<Record<string, readonly [label: string, item: object]>> = {
    Paused: [english('definitions.paused'), { pause: {} }],
    Disabled: [english('definitions.off'), { enabled: false }],
  };
  const [label, item] = states[text] ?? [english('definitions.on'), {}];
  await show(<WebhooksPage />, new MemoryDesk({ webhooks: [{ ...webhook, ...item }] }));
  expect(screen.getByTestId('webhook-row').textContent).toContain(label);
}

const hasLabel = (name: string) =>
  expect(formLabels.map((one) => one.toLowerCase())).toContain(labelOf(name).toLowerCase());

/** The list, the form and its choices. */
export const formRows = [
  beside('system', 'Its name; the dialect is tested by its payloads'),
  beside('document', 'The title of the manual'),
  beside('seed', 'The number of the file'),
  beside('access', 'That system’s own menu, sign-in and contract'),
  says('listColumns › * › label', shows),
  says('listColumns › * › meaning', shows),
  differs(
    'listColumns › * › examples › *',
    'On and Off are said of everything that can be turned on',
    shows,
  ),
  differs('fields › * › label', 'One word for one thing: the method of a request', ({ text }) =>
    hasLabel(text),
  ),
  says('fields › * › control', ({ names: [name = ''], text }) => {
    hasLabel(name);
    expect(choices.has(name)).toBe(text !== 'text');
  }),
  says('fields › * › options', ({ names: [name = ''], value }) => {
    const options = textsIn(value);
    for (const option of options) offers(name, option);
    if (name === 'Trigger') {
      expect(choices.get(name)).toHaveLength(acefoneTriggers.length);
      expect(choices.get(name)?.filter((one) => /deprecated/i.test(one))).toHaveLength(2);
    }
    if (name === 'My Numbers')
      expect(choices.get(name)).toEqual(['+918069010149', '+918069010148']);
  }),
  says('fields › * › meaning', (entry) =>
    (effects[entry.names[0] ?? ''] ?? (() => shows(entry)))(),
  ),
  differs(
    'addHeader › *',
    'It adds to the body, so it is called “Add field”; headers are added too',
    addsToTheBody,
  ),
  says('addHeader › inputs › *', addsToTheBody),
  says('saveButton', ({ text }) => expect(english('common.save')).toBe(text)),
  differs(
    'mandatory',
    'A webhook without a name and a URL could not be found or sent',
    async () => {
      const editor = (
        <WebhookEditor webhook={{ ...form, id: 'w' }} isNew onClose={() => undefined} />
      );
      await show(editor, new MemoryDesk());
      expect(
        screen.getAllByRole('textbox').filter((one) => one.hasAttribute('required')),
      ).toHaveLength(2);
    },
  ),
  says('enums › methods › *', ({ text }) => offers('Request', text)),
  says('enums › contentTypes › *', ({ text }) => offers('Content-Type', text)),
  says('enums › outboundTypes › *', ({ text }) => offers('Outbound Type', text)),
  says('enums › dateTimeFormats › * › name', ({ text }) => offers('Date Time Format', text)),
  says('enums › dateTimeFormats › * › meaning', ({ of }) => datedAs(memberText(of, 'name'))),
  says('enums › timeZones › * › name', ({ text }) => offers('Time Zone', text)),
  says('enums › timeZones › * › meaning', () => effects['Time Zone']?.()),
  says('enums › callTypes › *', ({ text }) => offers('Call Type', text)),
  says('enums › callTypesInList › *', async ({ text }) => {
    const which = text === 'all' ? {} : { directions: [text] };
    expect((await cellOf('Call Type', which)).toLowerCase()).toContain(text);
  }),
  differs('enums › statuses › *', 'On, Off and Paused, as of everything', hasState),
  differs('enums › statusesInExample › *', 'On and Off, as of everything', hasState),
  says('enums › actions › *', canDo),
  says('enums › directionValuesSeen › *', ({ text }) =>
    expect(bodyOf(hangup, received(hangup, { direction: text }))['direction']).toBe(text),
  ),
  says('enums › callStatusValuesSeen › *', ({ text }) =>
    expect(bodyOf(hangup, received(hangup, { call_status: text }))['call_status']).toBe(text),
  ),
  says('operations › *', canDo),
];
