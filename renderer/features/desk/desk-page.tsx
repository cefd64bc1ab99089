import { Stack } from '@mantine/core';
import type { Page } from '../../shell.tsx';
import { CallsInProgress } from './calls-in-progress.tsx';
import { ConnectionState } from './connection-state.tsx';
import { DemoBar } from './demo-bar.tsx';
import { RecentPopups } from './recent-popups.tsx';
import { SignInBar } from './sign-in-bar.tsx';

/** What an agent keeps open: is it connected, who calls, what popped. */
export function DeskPage({ onOpen }: { onOpen: (page: Page) => void }) {
  return (
    <Stack maw={980} mx="auto">
      <DemoBar />
      <ConnectionState onAddSource={() => onOpen('sources')} />
      <SignInBar />
      <CallsInProgress />
      <RecentPopups />
    </Stack>
  );
}
