import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  readonly label: string;
  /** Pixels, below which it scrolls. */
  readonly minWidth: number;
  readonly children: ReactNode;
}

/** A table that is read more than pressed: where it is narrow it scrolls sideways, by the keyboard too. */
export function WideTable({ label, minWidth, children }: WideTableProps) {
  const viewportProps = { tabIndex: 0, role: 'region', 'aria-label': label };
  return (
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ type: 'auto', viewportProps }}>
      {children}
    </Table.ScrollContainer>
  );
}
