// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { PopupEditor } from '../../../renderer/features/popups/popup-editor.tsx';
import { PopupsPage } from '../../../renderer/features/popups/popups-page.tsx';
import { callCenterStudioForm } from '../../../shared/model/call-fields.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { looksLikeValue } from '../../../shared/popup-url/parameter-names.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { callCenterStudio } from '../../support/reference.ts';
import { addAllFields, addField } from '../../support/popup-form-fields.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const { fields, listColumns, operations, encryption } = callCenterStudio;
const url = 'https://crm.example.com/call';
const parameterFor = (label: string) => field(english('popupForm.parameterFor', { label }));
const button = (name: string) => screen.getByRole('button', { name });
const newEditor = <PopupEditor popup={newPopup()} isNew onClose={vi.fn()} />;

it('has each field of the form under its label, in the order of the manual', async () => {
  await addAllFields(await show(newEditor, new MemoryDesk()));
  const callData = fields.filter(({ kind }) => kind === 'call data').map(({ label }) => label);
  expect(callCenterStudioForm.map(([, label]) => label)).toEqual(callData);
  const inputs = callData.map(parameterFor);
  expect(inputs).toHaveLength(22);
  for (const [index, input] of inputs.slice(1).entries()) {
    const before = inputs[index]!;
    expect(before.compareDocumentPosition(input)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  }
  // Every field says what it means, not just the fifteen with an icon in the picture.
  for (const input of inputs) expect(input.getAttribute('aria-description')).not.toBe('');
});

it('needs a name and an address, and nothing else', async () => {
  expect(fields.filter(({ mandatory }) => mandatory).map(({ label }) => label)).toEqual([
    'Name',
    'Url',
  ]);
  const desk = new MemoryDesk();
  const user = await show(newEditor, desk);
  const [name, address] = [field('Name'), field(english('popupForm.url'))];
  expect(screen.getAllByRole('textbox').filter((one) => one.hasAttribute('required'))).toEqual([
    name,
    address,
  ]);
  await user.type(name, 'wttxpopup');
  await user.click(button('Save'));
  await waitFor(() => expect(problemAt(address)).toContain('Enter'));
  await user.type(address, url);
  await user.click(button('Save'));
  await screen.findByText('Popup “wttxpopup” saved.');
  expect(desk.config.snapshot().popups).toMatchObject([{ name: 'wttxpopup', parameters: [] }]);
});

const examples = fields.flatMap(({ label, exampleReadsAs, exampleInDocument }) => {
  const name = callCenterStudioForm.find(([, formLabel]) => formLabel === label)?.[0];
  if (name === undefined || exampleInDocument === null || exampleReadsAs === null) return [];
  const text = label === 'Agent Email' ? 'ada@example.com' : exampleInDocument;
  return [{ label, name, text, isValue: exampleReadsAs === 'value' }];
});

it.each(examples)('reads “$text” beside $label as the manual does', ({ label, name, ...given }) => {
  expect(looksLikeValue(given.text, name, label)).toBe(given.isValue);
});

it('covers all thirteen examples, and lets names stand that only look a little like one', () => {
  expect(examples).toHaveLength(13);
  for (const name of ['queue', 'QueueName', 'q', 'Name', 'sales_queue', 'queue-5']) {
    expect(looksLikeValue(name, 'queueName', 'Queue Name'), name).toBe(false);
  }
  expect(looksLikeValue('Phone', 'callerNumber', 'Caller ID')).toBe(false);
});

it('hints at a value in the place of a name, and puts a name there', async () => {
  const desk = new MemoryDesk();
  const user = await show(newEditor, desk);
  const agentId = await addField(user, 'agentId', '83');
  expect(problemAt(agentId)).toBe(
    english('popupForm.looksLikeValue', { text: '83', label: 'Agent ID' }),
  );
  await user.click(button(english('popupForm.useName', { name: 'agentId' })));
  expect(agentId).toHaveProperty('value', 'agentId');
  expect(problemAt(agentId)).toBe('');
});

it('refuses a parameter name that is used twice, at its field, until it is another one', async () => {
  const desk = new MemoryDesk();
  const user = await show(newEditor, desk);
  await user.type(field('Name'), 'CRM');
  await user.type(field(english('popupForm.url')), url);
  await addField(user, 'agentId', 'id');
  const callId = await addField(user, 'callId', 'id');
  await user.click(button('Save'));
  const twice = english('problem.field.parameterTwice', { name: 'id' });
  await waitFor(() => expect(problemAt(callId)).toBe(twice));
  expect(document.activeElement).toBe(callId);
  expect(problemAt(parameterFor('Agent ID'))).toBe('');
  await user.type(callId, '2');
  expect(problemAt(callId)).toBe('');
  await user.click(button('Save'));
  await screen.findByText('Popup “CRM” saved.');
});

it('encrypts nothing at first, and then with the only method there is', async () => {
  const user = await show(newEditor, new MemoryDesk());
  const enable = screen.getByRole('switch', { name: english('popupForm.enableEncryption') });
  expect(enable).toHaveProperty('checked', false);
  await user.click(enable);
  const method = field(english('popupForm.method'));
  expect(method).toHaveProperty('value', encryption.methods[0]);
  expect(encryption.methods).toEqual(['aes256cbc']);
  const key = screen.getByLabelText(english('popupForm.key'));
  expect(key.getAttribute('aria-description')).toBe(english('popupForm.keyTip'));
});

const rows = [
  { ...newPopup(), id: 'a', name: 'Fatih 21', url },
  { ...newPopup(), id: 'b', name: 'Param’s Test', url },
  {
    ...newPopup(),
    id: 'c',
    name: 'wtxpopup',
    url,
    parameters: [
      { name: 'callkey', field: 'callId' },
      { name: 'queue_id', field: 'queueId' },
      { name: 'mail', field: 'agentEmail' },
      { name: 'from', field: 'callerNumber' },
      { name: 'key', field: 'contactCrmId' },
      { name: 'campaign', field: 'campaignQueueId' },
    ],
  },
];
const listed = () =>
  screen.queryAllByTestId('popup-row').map((row) => row.querySelector('p')?.textContent);

function listDesk() {
  const rule = ruleSchema.parse({
    id: 'r',
    name: 'Rule',
    which: { queues: ['202199928'] },
    actions: [{ do: 'popup', popup: 'b' }],
  });
  return new MemoryDesk({ popups: rows, rules: [rule] });
}

it('lists the columns of the manual in its order, each with the parameter that it names', async () => {
  await show(<PopupsPage />, listDesk());
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  const own = [english('popups.columns.state'), english('popups.columns.rule')];
  const known = heads.filter((head) => listColumns.includes(head));
  expect(known).toEqual(listColumns);
  expect(heads).toEqual(expect.arrayContaining(own));
  const cells = within(screen.getAllByTestId('popup-row')[2]!).getAllByRole('cell');
  const at = (column: string) => cells[heads.indexOf(column)]?.textContent;
  expect(listColumns.slice(1).map(at)).toEqual([
    'callkey',
    'queue_id',
    'mail',
    'from',
    'key',
    'campaign',
  ]);
});

it('searches by popup and by queue, each in a box of its own', async () => {
  expect(operations.searchBy).toEqual(['Popup', 'Queue']);
  const user = await show(<PopupsPage />, listDesk());
  const [byPopup, byQueue] = screen.getAllByRole('searchbox');
  await user.type(byQueue!, '2021');
  await waitFor(() => expect(listed()).toEqual(['Param’s Test']));
  await user.clear(byQueue!);
  await user.type(byQueue!, 'queue_id');
  await waitFor(() => expect(listed()).toEqual(['wtxpopup']));
  await user.type(byPopup!, 'fatih');
  await screen.findByText(english('list.nothingFound'));
  await user.clear(byQueue!);
  await waitFor(() => expect(listed()).toEqual(['Fatih 21']));
});

it('asks before it deletes, by the name of the popup, and the row is gone', async () => {
  const user = await show(<PopupsPage />, listDesk());
  await user.click(button(`${english('common.delete')}: Fatih 21`));
  const question = within(await screen.findByRole('dialog'));
  expect(question.getByText(english('popups.deleteConfirm', { name: 'Fatih 21' }))).toBeTruthy();
  await user.click(question.getByRole('button', { name: english('popups.ok') }));
  await waitFor(() => expect(listed()).not.toContain('Fatih 21'));
});
