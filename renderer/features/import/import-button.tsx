import { Button, Stack, type ButtonVariant } from '@mantine/core';
import { useState } from 'react';
import type { ImportView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ImportDialog } from './import-dialog.tsx';

interface ImportButtonProps {
  readonly label: string;
  readonly variant?: ButtonVariant;
}

/** Asks for a configuration file and shows what it would change. */
export function ImportButton({ label, variant = 'default' }: ImportButtonProps) {
  const command = useCommand();
  const [opened, setOpened] = useState<ImportView | undefined>();
  const open = (): void => {
    void command.run(async () => {
      const reply = await calls()['config.openImport'](undefined);
      if (reply.ok) setOpened(reply.value);
      return reply;
    });
  };
  return (
    <Stack gap="xs">
      <Button variant={variant} loading={command.busy} onClick={open}>
        {label}
      </Button>
      <ProblemList problems={command.problems} />
      {opened !== undefined && <ImportDialog view={opened} onClose={() => setOpened(undefined)} />}
    </Stack>
  );
}
