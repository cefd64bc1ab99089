// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AgentMenu } from '../../../renderer/features/agent-menu/agent-menu.tsx';
import { acceleratorOf } from '../../../renderer/ui/accelerator.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

const ada = { name: 'Ada', email: 'ada@example.com', extension: '1004' };

async function menu(desk: MemoryDesk) {
  const user = await show(<AgentMenu />, desk);
  return { user, open: () => user.click(screen.getByRole('button', { name: /Agent menu$/ })) };
}

it('says who works here, at which extension, and whether popups come', async () => {
  const desk = new MemoryDesk({ agent: ada });
  await menu(desk);
  const button = screen.getByRole('button', { name: /^Ada.*Agent menu$/ });
  expect(button.textContent).toBe('AdaExtension 1004No sourceAgent menu');
  act(() => desk.patch({ paused: { pause: {} } }));
  await waitFor(() =>
    expect(button.textContent).toBe('AdaExtension 1004Popups are pausedAgent menu'),
  );
});

it('saves what an agent may set, and shows nothing of what may not be', async () => {
  const settings = { agentMayChange: ['language' as const, 'shortcut' as const] };
  const desk = new MemoryDesk({ agent: ada, settings }, {}, noRights);
  const { user, open } = await menu(desk);
  await open();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Switch agent' })).toBeNull();
  await user.click(field('Language'));
  await user.click(await screen.findByRole('option', { name: 'Nederlands' }));
  await waitFor(() => expect(desk.config.snapshot().settings.language).toBe('nl'));
  await user.click(screen.getByRole('button', { name: 'Record' }));
  await user.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
  await waitFor(() =>
    expect(desk.config.snapshot().settings.shortcut).toBe('CommandOrControl+Shift+K'),
  );
  await user.click(await screen.findByRole('button', { name: 'Clear' }));
  await waitFor(() => expect(desk.config.snapshot().settings.shortcut).toBe(''));
});

it('hands the desk to another agent, of whom it knows nothing yet', async () => {
  const desk = new MemoryDesk(
    { agent: ada, settings: { agentMayChange: ['agent'] } },
    {},
    noRights,
  );
  const { user, open } = await menu(desk);
  await open();
  await user.click(await screen.findByRole('button', { name: 'Switch agent' }));
  const email = await screen.findByRole('textbox', { name: 'Email' });
  expect(email).toHaveProperty('value', '');
  await user.type(email, 'grace@example.com');
  await user.click(screen.getByRole('button', { name: 'Switch agent' }));
  await waitFor(() => expect(desk.config.snapshot().agent).toEqual({ email: 'grace@example.com' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('takes keys that nobody types with for a shortcut', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(acceleratorOf({ ...none, key: 'k' }, false)).toBeUndefined();
  expect(acceleratorOf({ ...none, key: 'K', shiftKey: true }, false)).toBeUndefined();
  expect(acceleratorOf({ ...none, key: 'Control', ctrlKey: true }, false)).toBeUndefined();
  expect(acceleratorOf({ ...none, key: 'ş', ctrlKey: true }, false)).toBeUndefined();
  expect(acceleratorOf({ ...none, key: 'F9' }, false)).toBe('F9');
  expect(acceleratorOf({ ...none, key: ' ', altKey: true }, false)).toBe('Alt+Space');
  expect(acceleratorOf({ ...none, key: 'k', metaKey: true }, false)).toBe('Super+K');
  expect(acceleratorOf({ ...none, key: 'k', metaKey: true }, true)).toBe('CommandOrControl+K');
  expect(acceleratorOf({ ...none, key: 'k', ctrlKey: true }, true)).toBe('Control+K');
});
