// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SettingsPage } from '../../../renderer/features/settings/settings-page.tsx';
import { foundSettings } from '../../../renderer/features/settings/setting-sections.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

/** The settings, at one of their categories. */
async function settings(desk: MemoryDesk, category: string) {
  const user = await show(<SettingsPage />, desk);
  await user.click(screen.getByRole('tab', { name: category }));
  return user;
}

const titles = (): (string | null)[] =>
  screen.queryAllByRole('region').map((part) => within(part).getByRole('heading').textContent);
const search = () => screen.getByRole('searchbox', { name: 'Search settings' });

it('shows one category at a time', async () => {
  const user = await show(<SettingsPage />, new MemoryDesk());
  expect(titles()).toEqual(['Agent']);
  await user.click(screen.getByRole('tab', { name: 'Popups' }));
  expect(titles()).toEqual(['Windows', 'Sign-in', 'CRM page permissions']);
  expect(screen.getByRole('tab', { name: 'Popups' }).getAttribute('aria-selected')).toBe('true');
});

it('finds settings of every category by what stands at them', async () => {
  const user = await show(<SettingsPage />, new MemoryDesk());
  await user.type(search(), 'virtual desk');
  expect(titles()).toEqual(['Windows']);
  screen.getByText('1 setting found');
  expect(screen.queryByRole('textbox', { name: 'Maximum open popups' })).toBeNull();
  await user.clear(search());
  await user.type(search(), 'tray');
  expect(titles()).toEqual(['Start and tray']);
  await user.click(screen.getByRole('tab', { name: 'Network' }));
  expect(titles()).toContain('Network');
  expect(search()).toHaveProperty('value', '');
});

it('says that nothing was found, and leads back', async () => {
  const user = await show(<SettingsPage />, new MemoryDesk());
  await user.type(search(), 'qqq');
  screen.getByText('No settings match “qqq”.');
  expect(titles()).toEqual([]);
  await user.click(screen.getAllByRole('button', { name: 'Clear search' }).at(-1) ?? search());
  expect(titles()).toEqual(['Agent']);
});

it('finds as every search does: other words, without accents, in the titles above too', () => {
  const one = { key: 'a', words: ['Görünüm', undefined], content: null };
  const other = { key: 'b', words: ['Dil'], content: null };
  const found = (text: string) => [
    ...foundSettings('Genel', [{ title: 'Görünüm ve dil', items: [one, other] }], text),
  ];
  expect(found('gorunum')).toEqual(['a', 'b']);
  expect(found('genel dil')).toEqual(['a', 'b']);
  expect(found('kaynak')).toEqual([]);
  expect(found('')).toEqual(['a', 'b']);
});

it('saves a switch at once, and says so', async () => {
  const desk = new MemoryDesk();
  const user = await settings(desk, 'General');
  expect(screen.getByText('Changes are saved at once.')).toBeTruthy();
  await user.click(screen.getByRole('switch', { name: /^Mini card/ }));
  await screen.findByText('Saved.');
  expect(desk.config.snapshot().settings.miniCard).toBe(false);
});

it('saves a text on Enter and keeps the cursor in it', async () => {
  const desk = new MemoryDesk();
  const user = await settings(desk, 'Support');
  const name = field(english('computer.supportName'));
  await user.type(name, ' IT {Enter}');
  await waitFor(() => expect(desk.config.snapshot().settings.supportName).toBe('IT'));
  await waitFor(() => expect(name).toHaveProperty('value', 'IT'));
  expect(document.activeElement).toBe(name);
});

it('keeps a wrong value and what is wrong with it while other settings are looked at', async () => {
  const desk = new MemoryDesk();
  const user = await settings(desk, 'Network');
  const file = () => field(english('settings.caFile'));
  await user.type(file(), 'ca.pem');
  await user.tab();
  await waitFor(() => expect(desk.config.snapshot().settings.network.caFile).toBe('ca.pem'));
  await user.click(screen.getByRole('tab', { name: 'Support' }));
  await user.type(field(english('computer.supportAddress')), 'ask Bob');
  await user.click(screen.getByRole('tab', { name: 'Network' }));
  await user.click(screen.getByRole('tab', { name: 'Support' }));
  const address = field(english('computer.supportAddress'));
  expect(address).toHaveProperty('value', 'ask Bob');
  expect(problemAt(address)).toContain(english('problem.field.supportAddress'));
});

it('shows at a setting what is wrong with it, and saves it once it is right', async () => {
  const desk = new MemoryDesk();
  const user = await settings(desk, 'Support');
  const log = () => field(english('computer.forwardLog'));
  await user.type(log(), 'logs.example.com');
  await user.tab();
  await waitFor(() => expect(problemAt(log())).toContain(english('problem.field.logUrl')));
  await user.clear(log());
  await user.type(log(), 'https://logs.example.com/in');
  await user.tab();
  const saved = () => desk.config.snapshot().settings.forwardLog;
  await waitFor(() => expect(saved()).toBe('https://logs.example.com/in'));
  expect(problemAt(log())).not.toContain(english('problem.field.logUrl'));
});

it('takes a key out of an address, and asks for it again when the host is another one', async () => {
  const desk = new MemoryDesk();
  const user = await settings(desk, 'Support');
  const label = english('computer.forwardLog');
  await user.type(field(label), 'https://logs.example.com/in?token=abcdef');
  await user.tab();
  const url = 'https://logs.example.com/in?token={key}';
  await waitFor(() => expect(field(label)).toHaveProperty('value', url));
  const key = () =>
    screen.getByLabelText(english('computer.addressKey', { field: label, placeholder: '{key}' }));
  expect(key()).toHaveProperty('value', '');
  await user.clear(field(label));
  await user.type(field(label), 'https://new.example.com/in?token={{key}');
  await user.tab();
  expect(problemAt(field(label))).not.toContain(english('problem.secret.otherHost'));
  await user.tab();
  await waitFor(() =>
    expect(problemAt(field(label))).toContain(english('problem.secret.otherHost')),
  );
  await user.type(key(), 'ghijkl');
  await user.tab();
  await waitFor(() =>
    expect(desk.config.snapshot().settings.forwardLog).toMatchObject({
      url: 'https://new.example.com/in?token={key}',
    }),
  );
});
