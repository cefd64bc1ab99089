// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConfigChanges } from '../../../renderer/ui/config-changes.tsx';
import { diffConfig } from '../../../shared/config/config-diff.ts';
import { fieldChanges } from '../../../shared/config/field-changes.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

it('shows for each changed popup the fields that change, and no key', async () => {
  const popup = (url: string, secret: string) => ({
    id: 'crm',
    name: 'CRM',
    url,
    encryption: { key: { secret } },
  });
  const fields = fieldChanges(
    popup('https://old.example.com/', 'own-key'),
    popup('https://crm.example.com/', 'import-key'),
  );
  const part = {
    part: 'popups',
    added: [],
    removed: [],
    changed: [{ name: 'CRM', fields }],
  } as const;
  const diff = { parts: [part], settings: [] };
  await show(<ConfigChanges diff={diff} none="" />, new MemoryDesk());
  const changes = screen.getByTestId('config-changes').textContent;
  expect(changes).toContain('CRMurl https://old.example.com/ → https://crm.example.com/');
  expect(changes).toContain(`encryption.key ${english('transfer.keyChanged')}`);
  expect(changes).not.toMatch(/own-key|import-key/);
});

it('says so where nothing changes', async () => {
  const diff = diffConfig({ version: 3 }, { version: 3 });
  await show(<ConfigChanges diff={diff} none="Nothing to import." />, new MemoryDesk());
  expect(screen.getByTestId('config-changes').textContent).toBe('Nothing to import.');
});
