import { expect, it } from 'vitest';
import { ContactChoices } from '../../electron/features/flows/contact-choices.ts';
import { answerSchema } from '../../shared/model/answer.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { lookUp } from '../support/look-up.ts';
import { startReceiver } from '../support/receiver.ts';
import { until } from '../support/until.ts';

const ada = { id: 42, first: 'Ada', last: 'Lovelace', company: 'Analytical', city: 'London' };
const grace = { id: 'g/7', first: 'Grace', last: 'Hopper', company: 'Navy' };

/** A CRM that finds these, a flow that looks up there, and the choice that the agent gets. */
async function found(body: string, more: object = {}, status = 200, isOnCard = true) {
  const crm = await startReceiver((_request, response) => response.writeHead(status).end(body));
  const clock = new FakeClock();
  const choices = new ContactChoices({ clock, isOnCard: () => isOnCard });
  const answer = answerSchema.parse({
    from: 'matches',
    list: '/found',
    value: '/id',
    label: '/first /last',
    detail: '/company /city',
    ...more,
  });
  const looked = lookUp(crm.url, answer, undefined, undefined, choices);
  return { clock, choices, looked };
}

const several = JSON.stringify({ found: [ada, grace] });

async function asked(more: object = {}) {
  const set = await found(several, more);
  const [view] = await until(
    () => (set.choices.views().length > 0 ? set.choices.views() : undefined),
    'the choice',
  );
  return { ...set, view: view! };
}

it.each([
  ['one customer', JSON.stringify({ found: [ada] }), '42', 'only'],
  ['one without a list', JSON.stringify({ found: ada }), '42', 'only'],
  ['one twice', JSON.stringify({ found: [ada, { ...ada, city: 'Paris' }] }), '42', 'only'],
  ['one beside others without an ID', JSON.stringify({ found: [{}, ada] }), '42', 'only'],
  ['none', '{"found":[]}', '', 'none'],
  ['null', '{"found":null}', '', 'none'],
])('goes straight on with %s', async (_name, body, value, by) => {
  const { looked } = await found(body);
  expect(await looked).toMatchObject({ value, popups: ['p'], problem: '', chosen: [{ by }] });
});

it('takes a response without content for none', async () => {
  const { looked } = await found('', {}, 204);
  expect(await looked).toMatchObject({ value: '', problem: '', chosen: [{ by: 'none' }] });
});

it.each([
  ['has no such list', '{"results":[]}'],
  ['has a text there', '{"found":"Ada"}'],
])('fails where the response %s', async (_name, body) => {
  const { looked } = await found(body);
  expect(await looked).toMatchObject({
    value: 'unset',
    chosen: [],
    problem: 'The response of “The CRM” has no list of customers where the flow looks for it.',
  });
});

it('reads a list that is the whole body', async () => {
  const { looked } = await found(JSON.stringify([grace]), { list: '' });
  expect((await looked).value).toBe('g/7');
});

it('asks the agent where several match, and shows them no more than they need', async () => {
  const { view, choices, looked } = await asked();
  expect(view).toMatchObject({
    callKey: 'c',
    more: 0,
    matches: [
      { label: 'Ada Lovelace', detail: 'Analytical · London' },
      { label: 'Grace Hopper', detail: 'Navy' },
    ],
  });
  choices.choose('another', 0);
  choices.choose(view.id, 2);
  expect(choices.views()).toHaveLength(1);
  choices.choose(view.id, 1);
  expect(choices.views()).toEqual([]);
  expect(await looked).toMatchObject({
    value: 'g/7',
    popups: ['p'],
    chosen: [{ by: 'agent', count: 2, label: 'Grace Hopper' }],
  });
});

it('continues without a customer where the agent says that it is none of them', async () => {
  const { view, choices, looked } = await asked({ unchosen: 'first' });
  choices.choose(view.id, undefined);
  expect(await looked).toMatchObject({ value: '', chosen: [{ by: 'declined', label: '' }] });
});

it.each([
  ['none', ''],
  ['first', '42'],
] as const)('takes %s where the time runs out, as the flow says', async (unchosen, value) => {
  const { clock, choices, looked } = await asked({ unchosen, seconds: 5 });
  clock.advance(4_999);
  expect(choices.views()).toHaveLength(1);
  clock.advance(1);
  expect(choices.views()).toEqual([]);
  expect(await looked).toMatchObject({ value, chosen: [{ by: 'time', count: 2 }] });
});

it('no longer asks when the call is over, and ends where a colleague took it', async () => {
  const over = await asked({ unchosen: 'first' });
  over.choices.withdraw('another', 'ended');
  expect(over.choices.views()).toHaveLength(1);
  over.choices.withdraw('c', 'ended');
  expect(await over.looked).toMatchObject({ value: '42', chosen: [{ by: 'ended' }] });
  const elsewhere = await asked({ unchosen: 'first' });
  elsewhere.choices.withdraw('c', 'elsewhere');
  expect(await elsewhere.looked).toMatchObject({ popups: [], chosen: [{ by: 'elsewhere' }] });
});

it('asks nobody where the agent does not see the call, as in a test', async () => {
  const { looked, choices } = await found(several, { unchosen: 'first' }, 200, false);
  expect(await looked).toMatchObject({ value: '42', chosen: [{ by: 'unasked' }] });
  expect(choices.views()).toEqual([]);
});

it('offers fifty at most, cuts long texts, and keeps the value whole', async () => {
  const body = {
    found: Array.from({ length: 60 }, (_, at) => ({
      id: `${at}${'x'.repeat(300)}`,
      company: '🙂'.repeat(300),
    })),
  };
  const { choices, looked } = await found(JSON.stringify(body));
  const [view] = await until(
    () => (choices.views().length > 0 ? choices.views() : undefined),
    'the choice',
  );
  expect(view).toMatchObject({ more: 10 });
  expect(view!.matches).toHaveLength(50);
  expect(view!.matches[7]).toEqual({
    label: `7${'x'.repeat(199)}`,
    detail: '🙂'.repeat(100),
  });
  choices.choose(view!.id, 7);
  expect((await looked).value).toBe(`7${'x'.repeat(300)}`);
});
