// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RecentPopups } from '../../../renderer/features/desk/recent-popups.tsx';
import { SettingsPage } from '../../../renderer/features/settings/settings-page.tsx';
import type { RecentPopup } from '../../../shared/contract/views.ts';
import { supportAddressSchema } from '../../../shared/model/support-contact.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const support = { supportName: 'IT service desk', supportAddress: 'mailto:it@example.com' };

it('takes an email address, a number or a page, and nothing that could run something', () => {
  const read = (text: string) => supportAddressSchema.safeParse(text).data;
  expect(read(' it@example.com ')).toBe('mailto:it@example.com');
  expect(read('+31 (20) 123 45 67')).toBe('tel:+31201234567');
  expect(read('https://help.example.com/')).toBe('https://help.example.com/');
  for (const bad of ['file:///etc/passwd', 'http://help.example.com', 'javascript:1', 'IT', '']) {
    expect(read(bad), bad).toBeUndefined();
  }
});

it('is set by an administrator, and says at its field what it can be', async () => {
  const desk = new MemoryDesk();
  const user = await show(<SettingsPage />, desk);
  await user.click(screen.getByRole('tab', { name: 'Support' }));
  const address = field(english('computer.supportAddress'));
  await user.type(address, 'ask Bob');
  await user.tab();
  await waitFor(() =>
    expect(problemAt(address)).toContain(english('problem.field.supportAddress')),
  );
  await user.clear(address);
  await user.type(address, 'it@example.com');
  await user.tab();
  await waitFor(() =>
    expect(desk.config.snapshot().settings.supportAddress).toBe('mailto:it@example.com'),
  );
});

it('stands at the desk of an agent where a popup did not open, and opens what is configured', async () => {
  const done = () => ({ ok: true as const, value: null });
  const desk = new MemoryDesk({ settings: support }, { 'support.open': done }, noRights);
  const recent = (outcome: RecentPopup['outcome']): RecentPopup => ({
    id: 'x',
    callKey: '',
    at: 0,
    popupId: 'crm',
    popupName: 'CRM',
    caller: '+31',
    queue: '',
    lateSeconds: 0,
    outcome,
    problem: null,
  });
  const state = desk.state();
  desk.state = () => ({ ...state, recent: [recent('failed')] });
  const user = await show(<RecentPopups />, desk);
  expect(screen.getByTestId('support').textContent).toBe(
    'Need help? IT service desk · it@example.com',
  );
  await user.click(screen.getByRole('button', { name: 'it@example.com' }));
  expect(desk.called).toHaveBeenCalledWith('support.open', undefined);
});
