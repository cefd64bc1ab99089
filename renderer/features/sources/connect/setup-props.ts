import type { ConnectSystem, ConnectWay } from '../../../../shared/connect/connect-system.ts';

/** A source that was saved on the way. */
export interface NewSource {
  readonly id: string;
  /** Milliseconds since 1970: events before it were not meant. */
  readonly since: number;
}

export interface SetupProps {
  readonly system: ConnectSystem;
  readonly way: ConnectWay;
  /** The system's name as it is shown. */
  readonly label: string;
  readonly created: NewSource | undefined;
  readonly onCreated: (source: NewSource) => void;
}
