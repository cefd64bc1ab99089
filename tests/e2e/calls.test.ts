import { expect, it } from 'vitest';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startReceiver } from '../support/receiver.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const grace = { id: '84', customId: 'A-84', email: 'grace@example.com', extension: '1005' };

async function setUp(rest: Partial<ConfigFile> = {}, country?: string) {
  const events = await testEventServer();
  const crm = await startCrm();
  const folder = temporaryFolder();
  const config = oneCrmConfig(events.url, { url: crm.url });
  const launch = async (): Promise<Ringcue> => {
    const ringcue = await launchRingcue({
      folder,
      config: {
        ...config,
        ...rest,
        sources: (config.sources ?? []).map((source) => ({ ...source, feed: { country } })),
        rules: [...(config.rules ?? []), ...(rest.rules ?? [])],
      },
    });
    await events.connected();
    return ringcue;
  };
  let time = 0;
  const send = (stage: string, callId: string, data: Readonly<Record<string, unknown>> = {}) =>
    events.send({
      ...callEvent(stage, { callId, ...data }),
      time: new Date((time = Math.max(time + 10, Date.now()))).toISOString(),
    });
  return { crm, send, launch };
}

const cards = (ringcue: Ringcue, count: number): Promise<string[]> =>
  until(async () => {
    const texts = await ringcue.desk.getByTestId('call').allInnerTexts();
    return texts.length === count ? texts : undefined;
  }, `${count} calls`);

const openCalls = (ringcue: Ringcue): Promise<void> =>
  ringcue.desk.getByRole('button', { name: /^History/ }).click();

const pastCalls = (ringcue: Ringcue, count: number): Promise<string[]> =>
  until(async () => {
    const texts = await ringcue.desk.getByTestId('past-call').allInnerTexts();
    return texts.length === count ? texts : undefined;
  }, `${count} calls in the history`);

it('shows each call with what is known of it, the one that is talked in on top', async () => {
  const { send, launch } = await setUp();
  const ringcue = await launch();
  const record = {
    contactName: 'Grace Hopper',
    campaign: { name: 'Spring offer' },
    customFields: { City: 'Izmir', Plan: 'Gold', Since: '2019', Owner: 'Ada', Language: 'Turkish' },
  };
  send('ringing', 'talked', record);
  send('answered', 'talked', record);
  send('ringing', 'rings', { callerNumber: '+902125550101' });
  send('ringing', 'held', { callerNumber: '5551' });
  send('answered', 'held', { callerNumber: '5551' });
  send('held', 'held', { callerNumber: '5551' });
  await until(async () => (await cards(ringcue, 3))[2]?.includes('On hold'), 'the third on hold');
  const [talked, rings, held] = await cards(ringcue, 3);
  for (const text of ['Grace Hopper', '+31 20 123 4567', 'Sales', 'Spring offer', 'Answered']) {
    expect(talked).toContain(text);
  }
  for (const text of ['City', 'Izmir', 'Owner', 'Show all (5)']) expect(talked).toContain(text);
  expect(talked).not.toContain('Turkish');
  await ringcue.desk.getByRole('button', { name: 'Show all (5)' }).click();
  await ringcue.desk.getByText('Turkish').waitFor();
  expect(rings).toContain('+90 212 555 01 01');
  expect(rings).toContain('Ringing');
  expect(held).toContain('5551');
  await screenshot(ringcue.desk, 'calls-in-progress');
});

it('shows three ringing calls at a glance, with the wait and the calls before', async () => {
  const { send, launch } = await setUp();
  const ringcue = await launch();
  const grace = { contactName: 'Grace Hopper', customFields: { City: 'Izmir', Plan: 'Gold' } };
  send('ringing', 'before', grace);
  send('answered', 'before', grace);
  send('hangup', 'before', grace);
  send('queued', 'again', { ...grace, agent: undefined });
  send('ringing', 'again', grace);
  send('ringing', 'second', { contactName: 'Alan Turing', callerNumber: '+902125550101' });
  send('ringing', 'third', { contactName: 'Ada Byron', callerNumber: '+902125550102' });
  await cards(ringcue, 3);
  const again = ringcue.desk.getByTestId('call').filter({ hasText: 'Grace Hopper' });
  await again
    .getByText(/^2nd call in 7 days · Last call: .*, answered by ada@example.com$/)
    .waitFor();
  expect(await again.innerText()).toMatch(/Sales · 0:0\d in the queue/);
  const opened = ringcue.desk.getByTestId('call').getByRole('button', { name: /^Reopen/ });
  await until(async () => (await opened.count()) === 3 || undefined, 'three popups');
  const ends = await ringcue.desk
    .getByTestId('call')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  const height = await ringcue.desk.evaluate(() => window.innerHeight);
  expect(Math.max(...ends)).toBeLessThan(height);
  await screenshot(ringcue.desk, 'calls-ringing');
  await screenshot(ringcue.desk, 'calls-ringing-dark', 'dark');
});

it('writes numbers of the own country as people there do, where that is chosen', async () => {
  const { send, launch, crm } = await setUp({ settings: { numberFormat: 'national' } }, 'NL');
  const ringcue = await launch();
  send('ringing', 'home');
  await crm.visited(1);
  expect((await cards(ringcue, 1))[0]).toContain('020 123 4567');
  // The CRM gets it as ever.
  expect(crm.visits[0]).toContain('phone=%2B31201234567');
  send('ringing', 'abroad', { callerNumber: '+4930123456' });
  await ringcue.desk.getByTestId('call').getByText('+49 30 123456').waitFor();
});

it('keeps the calls of each agent, finds them and opens their popup again', async () => {
  const { send, launch, crm } = await setUp();
  const first = await launch();
  const izmir = { contactName: 'Çağla Işık', customFields: { city: 'İzmir' } };
  send('ringing', 'c1', izmir);
  send('answered', 'c1', izmir);
  send('hangup', 'c1', izmir);
  send('ringing', 'c2', { callerNumber: '+49301234567' });
  send('missed', 'c2', { callerNumber: '+49301234567' });
  send('hangup', 'c2', { callerNumber: '+49301234567' });
  // The PBX ends this leg first, and says a moment later who was faster.
  send('ringing', 'c3', { contactName: 'Alan Turing' });
  send('missed', 'c3', { contactName: 'Alan Turing' });
  send('answered', 'c3', { contactName: 'Alan Turing', agent: grace });
  await crm.visited(2);
  send('ringing', 'c4', { contactName: 'Edsger Dijkstra', agent: grace });
  await openCalls(first);
  await until(
    async () => (await pastCalls(first, 3))[0]?.includes('Answered by a colleague'),
    'the colleague',
  );
  await first.close();

  const second = await launch();
  const { desk } = second;
  await openCalls(second);
  const [third, missed, answered] = await pastCalls(second, 3);
  expect(third).toContain('Alan Turing');
  expect(missed).toContain('+49 30 1234567');
  expect(missed).toContain('Missed');
  expect(missed).toMatch(/Rang 0:0\d/);
  expect(answered).toMatch(/Talked 0:0\d/);
  expect(await desk.getByTestId('day').allInnerTexts()).toEqual([
    expect.stringMatching(/^Today, /),
  ]);
  expect(answered).toContain('Çağla Işık');
  expect(answered).toContain('Answered');
  await screenshot(desk, 'calls');
  const search = desk.getByRole('searchbox', { name: 'Search calls' });
  for (const [text, found] of [
    ['cagla isik', 'Çağla Işık'],
    ['izmir', 'Çağla Işık'],
    ['030 123 45', '+49 30 1234567'],
    ['TURING', 'Alan Turing'],
  ] as const) {
    await search.fill(text);
    await until(async () => (await pastCalls(second, 1))[0]?.includes(found), `${found} alone`);
  }
  await search.fill('Dijkstra');
  await desk.getByText('No matching calls. Try a shorter search or another filter.').waitFor();
  await search.fill('');
  await desk.getByText('Not answered', { exact: true }).first().click();
  await until(async () => (await pastCalls(second, 1))[0]?.includes('+49 30'), 'the missed one');
  await desk.getByRole('button', { name: 'Reopen: +49 30 1234567' }).click();
  await until(
    () => crm.visits.filter((visit) => visit.includes('call=c2')).length === 2 || undefined,
    'the popup of c2 again',
  );
});

it('tells a missed call once, and none that a colleague took', async () => {
  const { send, launch } = await setUp();
  const ringcue = await launch();
  send('ringing', 'taken');
  send('missed', 'taken');
  send('answered', 'taken', { agent: grace });
  send('hangup', 'taken', { agent: grace });
  send('ringing', 'lost', { callerNumber: '+31301234567' });
  send('missed', 'lost', { callerNumber: '+31301234567' });
  send('hangup', 'lost', { callerNumber: '+31301234567' });
  await ringcue.desk.getByRole('button', { name: 'Log', exact: true }).click();
  const missed = ringcue.desk.getByTestId('log-row').getByText(/was not answered/);
  await missed.first().waitFor();
  expect(await missed.allInnerTexts()).toEqual(['+31301234567 was not answered (Sales).']);
});

it('counts missed calls in the menu until the agent looks, and calls back', async () => {
  const dialled: string[] = [];
  const pbx = await startCrm({
    '/dial': (request, response) => {
      dialled.push(request.url ?? '');
      page(response, 'ok');
    },
  });
  const { send, launch } = await setUp({
    settings: { clickToCall: `${pbx.origin}/dial?to={number}` },
  });
  const ringcue = await launch();
  const { desk } = ringcue;
  send('ringing', 'lost', { callerNumber: '+31301234567' });
  send('missed', 'lost', { callerNumber: '+31301234567' });
  send('hangup', 'lost', { callerNumber: '+31301234567' });
  await desk.getByRole('button', { name: 'History 1 missed call' }).waitFor();
  await screenshot(desk, 'missed-badge');
  await openCalls(ringcue);
  await desk.getByTestId('missed-count').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Call back: +31 30 123 4567' }).click();
  await desk.getByText('Dialling +31 30 123 4567').waitFor();
  expect(dialled).toEqual(['/dial?to=%2B31301234567']);
  await screenshot(desk, 'history');
});

it('opens a popup that did not come by itself', async () => {
  const { send, launch, crm } = await setUp();
  const ringcue = await launch();
  await ringcue.desk.getByRole('button', { name: 'Pause popups', exact: true }).click();
  await ringcue.desk.getByRole('menuitem', { name: 'Pause for 15 minutes' }).click();
  send('ringing', 'paused', { contactName: 'Grace Hopper' });
  await ringcue.desk.getByText('Popups are paused. Resume them on the desk.').waitFor();
  await ringcue.desk.getByRole('button', { name: 'Open popup: Grace Hopper' }).click();
  await crm.visited(1);
  expect(crm.visits[0]).toContain('call=paused');
});

it('does not take a note for sent that a flow could not send', async () => {
  const { send, launch } = await setUp({
    webhooks: [{ id: 'crm', name: 'CRM', url: 'http://127.0.0.1:9/note', timeoutSeconds: 1 }],
    flows: [{ id: 'f', name: 'Ask', steps: [{ do: 'ask', webhook: 'crm', as: 'answer' }] }],
    rules: [
      {
        id: 'noted',
        name: 'Notes to the CRM',
        when: { stage: 'noted' },
        actions: [{ do: 'flow', flow: 'f' }],
      },
    ],
  });
  const { desk } = await launch();
  send('ringing', 'c1');
  send('answered', 'c1');
  await desk.getByRole('button', { name: /^Note: / }).click();
  await desk.getByRole('textbox', { name: 'Note' }).fill('Asked for nothing');
  await desk.getByRole('button', { name: 'Send note' }).click();
  await desk.getByText(/^The note was not sent\. /).waitFor();
  expect(await desk.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Asked for nothing');
});

const noteConfig = (url: string): Partial<ConfigFile> => ({
  settings: { dispositions: ['Sold', 'Calls back', 'Wrong number'] },
  webhooks: [
    {
      id: 'notes',
      name: 'Notes',
      url,
      body: {
        kind: 'fields',
        fields: [
          { name: 'call', value: '{{callId}}' },
          { name: 'note', value: '{{note}}' },
          { name: 'result', value: '{{disposition}}' },
          { name: 'agent', value: '{{agentId}}' },
        ],
      },
    },
  ],
  rules: [
    {
      id: 'noted',
      name: 'Notes to the CRM',
      when: { stage: 'noted' },
      actions: [{ do: 'send', webhook: 'notes' }],
    },
  ],
});

it('sends notes and dispositions on, and keeps what is not sent yet', async () => {
  const receiver = await startReceiver();
  const { send, launch } = await setUp(noteConfig(receiver.url));
  const first = await launch();
  send('ringing', 'c1', { contactName: 'Grace Hopper' });
  send('answered', 'c1');
  await first.desk.getByRole('button', { name: 'Note: Grace Hopper' }).click();
  await first.desk.getByRole('button', { name: 'Send note' }).click();
  await first.desk.getByText('Write a note or choose a disposition.').waitFor();
  await first.desk.getByRole('textbox', { name: 'Note' }).fill('Wants "gold" & a call\non Monday');
  // Put away and taken up again, as agents do.
  await first.desk.getByRole('button', { name: 'Note: Grace Hopper' }).click();
  await first.desk.getByRole('button', { name: 'Note: Grace Hopper' }).click();
  await until(
    async () =>
      (await first.desk.getByRole('textbox', { name: 'Note' }).inputValue()).includes('Monday') ||
      undefined,
    'the draft',
  );
  send('hangup', 'c1');
  // Over, but its note is still to be written.
  await until(async () => (await cards(first, 1))[0]?.includes('Ended'), 'the end');
  await first.close();

  const second = await launch();
  const { desk } = second;
  await openCalls(second);
  await desk.getByRole('button', { name: 'Note: Grace Hopper' }).click();
  const note = desk.getByRole('textbox', { name: 'Note' });
  expect(await note.inputValue()).toBe('Wants "gold" & a call\non Monday');
  await desk.getByRole('combobox', { name: 'Disposition' }).click();
  await desk.getByRole('option', { name: 'Calls back' }).click();
  await screenshot(desk, 'note');
  await note.press('Control+Enter');
  await desk.getByText('Note sent').first().waitFor();
  expect(await note.inputValue()).toBe('');
  const [request] = await receiver.received(1);
  expect(JSON.parse(request?.body ?? '')).toEqual({
    call: 'c1',
    note: 'Wants "gold" & a call\non Monday',
    result: 'Calls back',
    agent: '83',
  });
  await note.fill('And again');
  await desk.getByRole('button', { name: 'Send note' }).click();
  await receiver.received(2);
});

it('offers no note where nothing sends it on, and says what to do when that ends meanwhile', async () => {
  const receiver = await startReceiver();
  const plain = await setUp();
  const without = await plain.launch();
  plain.send('ringing', 'c1');
  plain.send('answered', 'c1');
  await cards(without, 1);
  expect(await without.desk.getByRole('button', { name: /^Note/ }).count()).toBe(0);
  await without.close();

  const config = noteConfig(receiver.url);
  const [rule] = config.rules ?? [];
  const filtered = { ...rule!, which: { queues: ['Support'] } };
  const { send, launch } = await setUp({ ...config, rules: [filtered] });
  const { desk } = await launch();
  send('ringing', 'c1');
  send('answered', 'c1');
  await desk.getByRole('button', { name: /^Note: / }).click();
  await desk.getByRole('textbox', { name: 'Note' }).fill('For nobody');
  await desk.getByRole('button', { name: 'Send note' }).click();
  await desk
    .getByText(
      'The note was not sent. No webhook is set up for calls like this one. Ask your administrator.',
    )
    .waitFor();
  expect(await desk.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('For nobody');
  expect(receiver.requests).toEqual([]);
});
