import { SimpleGrid, Stack } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import type { Page } from '../../pages.ts';
import { SetupList } from '../setup/setup-list.tsx';
import { useSetup } from '../setup/use-setup.ts';
import { CallsInProgress } from './calls-in-progress.tsx';
import { ConnectionState } from './connection-state.tsx';
import { DemoBar } from './demo-bar.tsx';
import { PauseBar } from './pause-bar.tsx';
import { RecentPopups } from './recent-popups.tsx';
import { SignInBar } from './sign-in-bar.tsx';

interface DeskPageProps {
  readonly onOpen: (page: Page) => void;
  /** The call that the agent wants to write about. */
  readonly noted?: string | undefined;
}

/** What an agent keeps open: who calls and what popped first, then whether all is connected. */
export function DeskPage({ onOpen, noted }: DeskPageProps) {
  const signIns = useDesk((desk) => desk.signIns);
  const hasSources = useDesk((desk) => desk.sources.length > 0);
  // The steps say it themselves.
  const { isShown } = useSetup();
  return (
    <Stack maw={980} mx="auto">
      <PauseBar />
      <DemoBar />
      <SetupList />
      <CallsInProgress noted={noted} />
      <RecentPopups />
      <SimpleGrid cols={signIns.length === 0 ? 1 : 2}>
        {(hasSources || !isShown) && <ConnectionState onAddSource={() => onOpen('sources')} />}
        <SignInBar />
      </SimpleGrid>
    </Stack>
  );
}
