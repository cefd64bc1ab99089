import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { DeskProvider } from '../../renderer/api/desk-context.tsx';
import { createQueryClient } from '../../renderer/api/query-client.ts';
import { theme } from '../../renderer/ui/theme.ts';
import { LanguageContext } from '../../renderer/i18n/use-text.ts';
import { english } from '../../shared/text/english.ts';
import type { MemoryDesk } from './memory-desk.ts';

// A machine under load is slow: what comes late is waited for all the same.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  // They outlive the page that showed them.
  notifications.clean();
});

// Text areas that grow measure again when a font has come; this document has no fonts.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** Shows a part of the desk on a main process in memory, and waits until the state is there. */
export async function show(content: ReactNode, desk: MemoryDesk): Promise<UserEvent> {
  Object.defineProperty(window, 'ringcue', { value: desk.bridge(), configurable: true });
  // `test` takes animations out: what closes is gone at once.
  render(
    <LanguageContext value={english}>
      <MantineProvider env="test" theme={theme}>
        <Notifications />
        <QueryClientProvider client={createQueryClient()}>
          <DeskProvider loading={<p>loading</p>}>
            <div data-testid="desk">{content}</div>
          </DeskProvider>
        </QueryClientProvider>
      </MantineProvider>
    </LanguageContext>,
  );
  await screen.findByTestId('desk');
  return userEvent.setup({ delay: null });
}

/** Milliseconds that a walk through forms may take before the tests of a file. */
export const longWalk = 120_000;

/** The field with a label, of whatever kind. */
export const field = (name: string | RegExp): HTMLElement =>
  screen.queryByRole('textbox', { name }) ?? screen.getByRole('combobox', { name });

/** What stands at a field: its hint, and its problem where it has one. */
export function problemAt(input: HTMLElement): string {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
