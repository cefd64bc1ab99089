import { expect, it } from 'vitest';
import { configView } from '../../../electron/features/config/config-view.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';

function desk() {
  const popup = (id: string, enabled: boolean) =>
    popupSchema.parse({ id, name: `Popup ${id}`, enabled, url: 'https://hidden.example/popup' });
  return new MemoryDesk({
    popups: [popup('on', true), popup('off', false)],
    webhooks: [{ ...newWebhook('blank'), id: 'w', name: 'W', url: 'https://hidden.example/hook' }],
    rules: [
      {
        id: 'r',
        name: 'R',
        enabled: true,
        when: { stage: 'ringing' },
        which: {
          agent: 'mine',
          internal: false,
          condition: { field: 'callerNumber', is: 'equals', value: 'hidden' },
        },
        actions: [{ do: 'send', webhook: 'w' }],
      },
    ],
    flows: [
      {
        id: 'f',
        name: 'F',
        enabled: true,
        whenCallEnds: 'finish',
        steps: [{ do: 'send', webhook: 'hidden' }],
      },
    ],
    templates: [{ id: 't', name: 'T', group: 'hidden', format: 'json', text: '{"a":"hidden"}' }],
    settings: {
      language: 'nl',
      dispositions: ['Sold'],
      forwardLog: 'https://hidden.example/log',
      permissions: { 'https://hidden.example': ['microphone'] },
      network: { proxyUsername: 'hidden' },
      adminPin: { salt: 'aGlkZGVu', hash: 'aGlkZGVu' },
    },
  });
}

it('hands an agent without rights the popups to open, and nothing that a definition says', () => {
  const { config, vault } = desk();
  vault.keepInMemory('webhook.w.header.hidden', 'hidden');
  const view = configView(config.snapshot(), vault, noRights);
  expect(JSON.stringify(view)).not.toMatch(/hidden|aGlkZGVu/);
  expect(view.openable).toEqual([{ id: 'on', name: 'Popup on' }]);
  expect(view.settings).toMatchObject({ language: 'nl', dispositions: ['Sold'] });
  const { popups, rules, webhooks, templates, flows, sources, revisions, secrets } = view;
  expect([popups, rules, webhooks, templates, flows, sources].flat()).toEqual([]);
  expect([revisions, secrets]).toEqual([{}, {}]);
});

it('hands who may view the definitions, but the settings only to an administrator', () => {
  const { config, vault } = desk();
  const viewer = configView(config.snapshot(), vault, { ...noRights, view: true });
  expect(viewer.popups).toHaveLength(2);
  expect(viewer.settings.forwardLog).toBeUndefined();
  const all = { view: true, create: true, edit: true, administer: true, hasPin: true };
  const administrator = configView(config.snapshot(), vault, all);
  expect(administrator.settings.forwardLog).toBe('https://hidden.example/log');
  // The hash of a short PIN is as good as the PIN.
  expect(JSON.stringify(administrator)).not.toContain('aGlkZGVu');
});
