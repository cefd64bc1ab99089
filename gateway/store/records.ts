import type { Audience } from '../routing/audience.ts';
import type { RoutedBy } from '../routing/route-event.ts';

/** How a repetition of an event is known: by its key for ever, by being its call's last event again, or never. */
export type Repetition = 'key' | 'last' | 'never';

/** An event ready to be kept. */
export interface NewEvent {
  readonly key: string;
  readonly repetition: Repetition;
  /** Undefined for events of an agent. */
  readonly call: string | undefined;
  /** `ringing`, `ready`: for people. */
  readonly stage: string;
  /** A CloudEvent as JSON, without its id. */
  readonly body: string;
  readonly audience: Audience;
  readonly by: RoutedBy;
  /** Of an answered call: its caller's number, and the agent who took it. */
  readonly taken: { readonly number: string; readonly agent: string } | undefined;
}

/** One request that a feed accepted, or could not read. */
export interface Arrival {
  readonly feed: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly events: readonly NewEvent[];
  /** In English: what could not be read of it. */
  readonly problems: readonly string[];
}

export type EventOutcome = 'routed' | 'nobody' | 'duplicate';

export interface KeptEvent {
  readonly outcome: EventOutcome;
  /** 0 for a duplicate. */
  readonly seq: number;
  readonly audience: Audience;
}

/** What `tail` shows of an arrival. */
export interface ArrivalReport {
  readonly events: readonly {
    readonly call: string | undefined;
    readonly stage: string;
    readonly outcome: EventOutcome;
    readonly by: RoutedBy;
    readonly agents: Audience;
  }[];
  readonly problems: readonly string[];
}

/** An event on its way to a desk. */
export interface Outgoing {
  readonly seq: number;
  readonly at: number;
  readonly body: string;
}
