import { expect, it } from 'vitest';
import { mappingRecipes } from '../../../shared/dialects/mapping-recipes.ts';
import { eventsOf, publicRows, runRow } from '../../support/public-rows.ts';

const rows = publicRows();

it.each(rows.map((row) => ({ row, title: `${row.system}: ${row.name}` })))(
  '$title',
  async ({ row }) => {
    const { outcomes, numbers } = await runRow(row);
    expect(outcomes).toEqual(row.expected);
    const own = [row.agent.extension, row.agent.id].filter((one) => one !== undefined);
    for (const number of numbers) expect(own).not.toContain(number);
  },
);

it('has rows of every recipe, and of the calls that go wrong in most systems', () => {
  expect(new Set(rows.map(({ recipe }) => recipe))).toEqual(
    new Set(mappingRecipes.map(({ name }) => name)),
  );
  expect(rows.length).toBeGreaterThanOrEqual(60);
});

it.each(mappingRecipes)('makes a ringing call of the sample of $label', async (recipe) => {
  const events = await eventsOf(
    { recipe: recipe.name, ...(recipe.feed && { feed: recipe.feed }) },
    JSON.stringify(recipe.sample),
    0,
  );
  expect(events).toMatchObject([{ stage: 'ringing' }]);
});

const view = async (system: string, name: string) => {
  const row = rows.find((one) => one.system === system && one.name === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return (await runRow(row)).desk.views();
};

it.each(['Asterisk (AMI)', 'Asterisk (ARI)'])(
  'shows the customer, as answered, after an attended transfer: %s',
  async (system) => {
    const name = 'attended transfer: the colleague asks, then hands the customer on';
    expect(await view(system, name)).toMatchObject([
      { outcome: 'answered', caller: { number: '+12025550143' } },
      { outcome: 'answered', caller: { number: '1005' } },
    ]);
  },
);

it('says that a colleague took the call', async () => {
  for (const [system, name] of [
    ['Asterisk (AMI)', 'two devices of a ring-all: the colleague answers'],
    ['Yeastar P-Series', 'a queue rings two extensions, the colleague answers'],
    ['sipgate.io', 'rings two users, the colleague answers'],
    ['Dialpad', 'a colleague of the call center answers'],
    ['Twilio', 'two clients: the colleague answers'],
    ['RingCentral', 'a queue: a colleague answers'],
  ] as const) {
    expect(await view(system, name), system).toMatchObject([{ outcome: 'elsewhere' }]);
  }
});

it('keeps a ring after a miss in its call', async () => {
  const name = 'a queue rings again after no answer';
  expect(await view('Asterisk (ARI)', name)).toMatchObject([{ stage: 'ringing' }]);
  expect(await view('Genesys Cloud', name)).toMatchObject([{ stage: 'ringing' }]);
});

it('ends a call by a missing entry, and shows none for a phone that was idle', async () => {
  const name = 'rings, is answered, and ends by a missing entry';
  expect(await view('NethVoice', name)).toMatchObject([{ stage: 'hangup', outcome: 'answered' }]);
  expect(await view('NethVoice', 'a phone that is idle')).toEqual([]);
});
