import { useState } from 'react';
import { useDesk } from '../../api/desk-context.tsx';
import { useWay } from '../../api/place-context.tsx';
import { openPages } from '../../pages.ts';
import { useDeskKeys } from '../../ui/keys/use-desk-keys.ts';
import { PinDialog } from '../admin/admin-switch.tsx';
import { SwitchAgent } from '../agent-menu/switch-agent.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PaletteBox } from './palette-box.tsx';
import type { PaletteDialog } from './use-action-items.ts';

/** The keys of the desk, and what they open. */
export function Palette() {
  const { rights } = useDesk((desk) => desk.config);
  const { go } = useWay();
  const [opened, setOpened] = useState<PaletteDialog | 'palette'>();
  const close = (): void => setOpened(undefined);
  useDeskKeys({
    palette: () => setOpened('palette'),
    help: () => setOpened('keys'),
    search: focusSearch,
    page(key) {
      const page = openPages(rights)[Number(key) - 1];
      if (page !== undefined) go({ page });
    },
  });
  switch (opened) {
    case undefined:
      return null;
    case 'palette':
      return <PaletteBox onClose={close} onDialog={setOpened} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'agent':
      return <SwitchAgent onClose={close} />;
    case 'pin':
      return <PinDialog onClose={close} />;
  }
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
}
