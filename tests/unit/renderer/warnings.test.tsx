// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Publishing } from '../../../renderer/features/admin/publishing.tsx';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { PopupEditor } from '../../../renderer/features/popups/popup-editor.tsx';
import { ImportDialog } from '../../../renderer/features/import/import-dialog.tsx';
import { newSource } from '../../../renderer/features/sources/source-draft.ts';
import { SourceEditor } from '../../../renderer/features/sources/source-editor.tsx';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { WebhookEditor } from '../../../renderer/features/webhooks/webhook-editor.tsx';
import { documentWarnings } from '../../../shared/config/secret-warnings.ts';
import { configInputSchema, configVersion } from '../../../shared/model/config-document.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

const http = english('warning.plainHttp', { host: 'hooks.example.com' });
const ws = english('warning.plainWs', { host: 'pbx.example.com' });
const weak = english('warning.weakKey', { length: 16 });

it('warns of a secret header over http://, not over https:// nor to this computer', async () => {
  const webhook = { ...newWebhook('blank'), url: 'http://hooks.example.com/' };
  const editor = <WebhookEditor webhook={webhook} isNew onClose={vi.fn()} />;
  const user = await show(editor, new MemoryDesk());
  expect(screen.queryByText(http)).toBeNull();
  await user.click(screen.getByRole('button', { name: english('webhooks.addSecretHeader') }));
  expect(screen.getByText(http)).toBeTruthy();
  const url = field(english('webhooks.url'));
  for (const [address, warned] of [
    ['https://hooks.example.com/', false],
    ['http://hooks.example.com:8080/', true],
    ['http://127.0.0.1:8080/', false],
  ] as const) {
    await user.clear(url);
    await user.type(url, address);
    expect(screen.queryByText(http) !== null, address).toBe(warned);
  }
});

it('warns of a token over ws://, not over wss://', async () => {
  const editor = <SourceEditor source={newSource()} onClose={vi.fn()} />;
  const user = await show(editor, new MemoryDesk());
  await user.type(field(english('sources.url')), 'ws://pbx.example.com/');
  expect(screen.queryByText(ws)).toBeNull();
  await user.type(screen.getByLabelText(english('sources.token')), 'hunter2');
  expect(screen.getByText(ws)).toBeTruthy();
  await user.clear(field(english('sources.url')));
  await user.type(field(english('sources.url')), 'wss://pbx.example.com/');
  expect(screen.queryByText(ws)).toBeNull();
});

it('warns of a key that can be guessed, until it is long enough', async () => {
  const editor = <PopupEditor popup={newPopup()} isNew onClose={vi.fn()} />;
  const user = await show(editor, new MemoryDesk());
  await user.click(screen.getByRole('switch', { name: english('popupForm.enableEncryption') }));
  expect(screen.queryByText(weak)).toBeNull();
  const key = screen.getByLabelText(english('popupForm.key'));
  await user.type(key, 'x');
  expect(screen.getByText(weak)).toBeTruthy();
  await user.type(key, 'x'.repeat(15));
  expect(screen.queryByText(weak)).toBeNull();
});

const document = configInputSchema.parse({
  version: configVersion,
  sources: [
    {
      id: 'pbx',
      name: 'PBX',
      transport: {
        type: 'websocket',
        url: 'wss://pbx.example.com',
        signIn: { url: 'http://hooks.example.com/t', password: 'p', token: '/t' },
      },
    },
    {
      id: 'bus',
      name: 'Bus',
      transport: { type: 'mqtt', url: 'ws://pbx.example.com', topics: ['a'], password: 'p' },
    },
  ],
  webhooks: [
    { id: 'crm', name: 'CRM', url: 'https://crm.example.com', signing: { key: { secret: 'k' } } },
  ],
  settings: { forwardLog: { url: 'http://hooks.example.com/?k={key}', keys: { key: 'p' } } },
});
const warnings = documentWarnings(document, () => 'short');

it('names the definition where a file or a publication has such a secret', () => {
  expect(warnings.map((warning) => english(warning))).toEqual([
    `PBX: ${http}`,
    `Bus: ${ws}`,
    `CRM: ${weak}`,
    http,
  ]);
  expect(documentWarnings(document)).toHaveLength(3);
});

it('shows them before an import and before publishing', async () => {
  const nothing = { parts: [], settings: [] };
  const view = { file: '/f.json', token: 'token', warnings };
  const imports = {
    ...view,
    sealed: false,
    missingSecrets: false,
    diffs: { merge: nothing, replace: nothing },
  };
  await show(<ImportDialog view={imports} onClose={vi.fn()} />, new MemoryDesk());
  expect(screen.getByText(`PBX: ${http}`)).toBeTruthy();
  const publishes = { ...view, diff: nothing, variables: [], history: [] };
  const desk = new MemoryDesk({}, { 'publish.view': () => ({ ok: true, value: publishes }) });
  await show(<Publishing />, desk);
  await waitFor(() => expect(screen.getAllByText(`PBX: ${http}`)).toHaveLength(2));
});
