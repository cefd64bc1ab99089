// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../renderer/features/settings/settings-page.tsx';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { PublishView, SharedDeliveryView } from '../../../shared/contract/views.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const view = (shared?: SharedDeliveryView): PublishView => ({
  file: '/srv/fleet.json',
  token: 'seen',
  diff: { parts: [], settings: [] },
  warnings: [],
  variables: [],
  shared,
  history: [],
});

async function publishing(shared?: SharedDeliveryView) {
  const share = vi.fn<Handlers['publish.share']>(({ url, token }) => ({
    ok: true,
    value: view({ publicKey: 'PUBLIC', url, hasToken: token !== '' }),
  }));
  const desk = new MemoryDesk(
    {},
    { 'publish.view': () => ({ ok: true, value: view(shared) }), 'publish.share': share },
  );
  const user = await show(<SettingsPage />, desk);
  await user.click(screen.getByRole('tab', { name: english('settings.category.configuration') }));
  return { user, share };
}

it('makes the key by a button, then asks where the signed file goes', async () => {
  const { user, share } = await publishing();
  await user.click(await screen.findByRole('button', { name: english('publish.createKey') }));
  expect(share).toHaveBeenCalledWith({ url: '', token: '' });
  await waitFor(() =>
    expect(field(english('publish.publicKey'))).toHaveProperty('value', 'PUBLIC'),
  );
  expect(screen.queryByRole('button', { name: english('publish.createKey') })).toBeNull();
});

it('saves the URL with its token when both are left, and says so', async () => {
  const { user, share } = await publishing({ publicKey: 'PUBLIC', url: '', hasToken: false });
  await screen.findByLabelText(english('publish.token'));
  const url = field(english('publish.url'));
  const token = screen.getByLabelText(english('publish.token'));
  await user.type(url, ' https://gateway.example.com/fleet/configuration ');
  await user.type(token, 'hunter2');
  // From one to the other nothing is sent: the token belongs to the URL.
  expect(share).not.toHaveBeenCalled();
  await user.click(field(english('publish.note')));
  await screen.findByText(english('settings.saved'));
  const saved = { url: 'https://gateway.example.com/fleet/configuration', token: 'hunter2' };
  expect(share.mock.calls).toEqual([[saved]]);
  expect(url).toHaveProperty('value', saved.url);
  expect(token).toHaveProperty('value', '');
  expect(problemAt(token)).toContain(english('common.secretKept'));
  screen.getByText(/"publicKeys"/);
});

it('keeps what is in force while a URL is half typed, and says what is wrong with it', async () => {
  const stored = 'https://gateway.example.com/fleet/configuration';
  const { user, share } = await publishing({ publicKey: 'PUBLIC', url: stored, hasToken: true });
  await screen.findByLabelText(english('publish.token'));
  const url = field(english('publish.url'));
  await user.clear(url);
  await user.type(url, 'gateway{Enter}');
  await waitFor(() => expect(problemAt(url)).toContain('https'));
  expect(share).not.toHaveBeenCalled();
  expect(screen.queryByText(english('settings.saved'))).toBeNull();
});
