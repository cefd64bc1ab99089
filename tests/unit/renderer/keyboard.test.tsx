// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Shell } from '../../../renderer/shell.tsx';
import { pressedDeskKey } from '../../../renderer/ui/keys/desk-keys.ts';
import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import type { ConfigDocument } from '../../../shared/model/config-document.ts';
import { configSchema } from '../../../shared/model/config-document.ts';
import { oneCrmConfig } from '../../support/config.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const config: Partial<ConfigDocument> = configSchema.parse(
  oneCrmConfig('ws://127.0.0.1:1', { url: 'https://crm.test/' }),
);

const past = (number: number): CallRecordView => ({
  number,
  key: String(number),
  startedAt: 0,
  outcome: 'answered',
  popupId: '',
  note: '',
  disposition: '',
  caller: { name: `Grace ${number}`, number: `+31 20 123 45${number}` },
  queue: '',
  campaign: '',
  direction: 'inbound',
});
const history = Array.from({ length: 30 }, (_, at) => past(99 - at));

async function desk(rights?: typeof noRights, settings?: Partial<ConfigDocument['settings']>) {
  const memory = new MemoryDesk(
    { ...config, ...(settings && { settings }) },
    {
      'calls.search': ({ text, before = 1000, limit }) => ({
        ok: true,
        value: {
          calls: history
            .filter(({ number, caller }) => number < before && caller.name.includes(text))
            .slice(0, limit),
        },
      }),
      'calls.seen': () => ({ ok: true, value: null }),
      'popups.pause': () => ({ ok: true, value: null }),
      'popup.test': () => ({ ok: true, value: null }),
    },
    rights,
  );
  const user = await show(<Shell />, memory);
  const palette = async (search: string) => {
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'Find anything' });
    if (search !== '') await user.type(field, search);
  };
  return { memory, user, palette };
}

const options = (): (string | null)[] =>
  screen.queryAllByRole('option').map((option) => option.textContent);
const page = (): string | null =>
  screen.getByRole('heading', { level: 1, name: /^(?!Ringcue)/ }).textContent;

it('groups the pages, and shows agents who have one group no heading of it', async () => {
  await desk();
  const pagesOf = (group: string) =>
    within(screen.getByRole('group', { name: group }))
      .getAllByRole('button')
      .map((button) => button.textContent);
  expect(pagesOf('Agent')).toEqual(['Desk', 'History', 'Overview']);
  expect(pagesOf('Set-up')).toEqual(['Popups', 'Webhooks', 'Flows', 'Rules', 'Sources']);
  expect(pagesOf('Company')).toEqual(['Log', 'Settings']);
  cleanup();
  await desk(noRights);
  expect(screen.queryByRole('group', { name: 'Agent' })).toBeNull();
  expect(screen.getByRole('button', { name: 'History' })).toBeTruthy();
});

it('opens pages by their place in the menu, also while a person types', async () => {
  const { user } = await desk();
  await user.keyboard('{Control>}7{/Control}');
  expect(page()).toBe('Rules');
  await user.keyboard('/');
  const search = screen.getByRole('searchbox', { name: 'Search rules' });
  expect(window.document.activeElement).toBe(search);
  await user.type(search, '1/?');
  expect(search).toHaveProperty('value', '1/?');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{Control>}4{/Control}');
  expect(page()).toBe('Popups');
});

it('gives an agent without rights the own pages and actions only', async () => {
  const { user, palette } = await desk(noRights, { agentMayChange: ['appearance'] });
  await user.keyboard('{Control>}3{/Control}');
  expect(screen.queryByRole('heading', { name: 'Popups' })).toBeNull();
  await user.keyboard('{Control>}2{/Control}');
  expect(page()).toBe('History');
  await palette('');
  expect(options()).toEqual([
    'DeskCtrl1',
    'HistoryCtrl2',
    'Pause popups for 15 minutes',
    'Pause popups for 1 hour',
    'Pause popups until I resume',
    'Appearance: Light',
    'Appearance: Dark',
    'Unlock admin',
    'Keyboard shortcuts?',
  ]);
});

it('finds definitions by name and opens their editor, where Ctrl+S saves', async () => {
  const { memory, user, palette } = await desk();
  await palette('call rings');
  await waitFor(() => expect(options()).toEqual(['Call ringsRules']));
  await user.keyboard('{Enter}');
  const editor = await screen.findByRole('dialog', { name: 'Edit rule' });
  const name = within(editor).getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Ring?');
  // Nothing else acts behind the editor: what is written would be lost.
  await user.keyboard('{Control>}1{/Control}{Control>}k{/Control}');
  expect(name).toHaveProperty('value', 'Ring?');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(memory.config.snapshot().rules[0]?.name).toBe('Ring?'));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit rule' })).toBeNull());
});

it('saves nothing behind the question whether changes are discarded', async () => {
  const { memory, user, palette } = await desk();
  await palette('call rings');
  await waitFor(() => expect(options()).toEqual(['Call ringsRules']));
  await user.keyboard('{Enter}');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'X');
  await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
  await screen.findByRole('dialog', { name: 'Discard changes?' });
  await user.keyboard('{Control>}s{/Control}');
  expect(memory.called.mock.calls.map(([channel]) => channel)).not.toContain('rule.save');
});

it('asks the main process for callers, page by page, and shows the calls of one', async () => {
  const { memory, user, palette } = await desk();
  await palette('Grace');
  await waitFor(() => expect(options()).toHaveLength(21));
  expect(options().at(-1)).toBe('More callers…');
  await user.keyboard('{ArrowUp}{Enter}');
  await waitFor(() => expect(options()).toHaveLength(30));
  await user.click(screen.getByRole('option', { name: /^Grace 70/ }));
  expect(page()).toBe('History');
  expect(screen.getByRole('searchbox', { name: 'Search calls' })).toHaveProperty(
    'value',
    '+31 20 123 4570',
  );
  expect(
    memory.called.mock.calls.filter(([channel]) => channel === 'calls.search').at(-1)?.[1],
  ).toMatchObject({ text: '+31 20 123 4570' });
});

it('does what an action says: pauses, tests, changes the look', async () => {
  const { memory, user, palette } = await desk();
  await palette('1 hour');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(memory.called).toHaveBeenCalledWith('popups.pause', { minutes: 60 }));
  await palette('sample CRM');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(memory.called).toHaveBeenCalledWith('popup.test', { popupId: 'crm' }));
  await palette('dark');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(memory.config.snapshot().settings.appearance).toBe('dark'));
});

it('shows every key', async () => {
  const { user } = await desk();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(
    within(dialog)
      .getAllByRole('row')
      .map((row) => row.textContent),
  ).toEqual([
    'CtrlKFind a page, a definition, a caller or an action',
    'Ctrl1 … 9Open the page at that place in the menu',
    '/Search on the page',
    'CtrlSSave in the open editor',
    '?Show the keyboard shortcuts',
  ]);
});

it('reads keys on keyboards of every layout', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' };
  const ctrl = { ...none, ctrlKey: true };
  expect(pressedDeskKey({ ...ctrl, key: 'K' }, false)).toEqual({ name: 'palette', key: 'k' });
  expect(pressedDeskKey({ ...ctrl, key: 'л', code: 'KeyK' }, false)?.name).toBe('palette');
  expect(pressedDeskKey({ ...ctrl, key: 'é', code: 'Digit2' }, false)?.key).toBe('2');
  expect(pressedDeskKey({ ...ctrl, key: 't', code: 'KeyK' }, false)).toBeUndefined();
  // A German keyboard writes / with Shift; AltGr writes characters.
  expect(pressedDeskKey({ ...none, key: '/', shiftKey: true }, false)?.name).toBe('search');
  expect(pressedDeskKey({ ...ctrl, altKey: true, key: 'k' }, false)).toBeUndefined();
  expect(pressedDeskKey({ ...ctrl, shiftKey: true, key: 'K' }, false)).toBeUndefined();
  expect(pressedDeskKey({ ...none, key: 'k' }, false)).toBeUndefined();
  expect(pressedDeskKey({ ...none, metaKey: true, key: 's' }, true)?.name).toBe('save');
  expect(pressedDeskKey({ ...ctrl, key: 's' }, true)).toBeUndefined();
});
