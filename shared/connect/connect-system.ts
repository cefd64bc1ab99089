import type { DialectName, Feed } from '../model/feed.ts';
import type { MessageId } from '../text/message.ts';

/** How events come: Ringcue connects to the system, a gateway receives them, or the system calls this computer. */
export const connectWays = ['connects', 'gateway', 'here'] as const;
export type ConnectWayName = (typeof connectWays)[number];

/** One thing to enter in the phone system, under the name that its own screen has. */
export interface Entry {
  readonly field: string;
  /** `{address}` is the address that this way has, with `?` or `&` behind it where more follows: `{address}event=…`. */
  readonly value: string;
}

export interface ConnectWay {
  readonly name: ConnectWayName;
  /** The page of the phone system, as it calls it; undefined where its documentation names none. */
  readonly page?: string | undefined;
  readonly entries: readonly Entry[];
  /** What the fields alone do not say. */
  readonly note?: Extract<MessageId, `connect.note.${string}`> | undefined;
  /** A phone or server elsewhere in the network calls this computer, not a program on it. */
  readonly fromNetwork?: boolean | undefined;
}

/** What Ringcue reads the events with: a dialect of its own, or a recipe's mapping. */
export type Reading =
  { readonly dialect: DialectName; readonly feed?: Feed | undefined } | { readonly recipe: string };

/** A phone system as it is offered under "Connect your phone system". */
export interface ConnectSystem {
  /** Also the name of its page in docs/connect. */
  readonly name: string;
  /** A product's name, the same in every language. */
  readonly label: string;
  readonly kind: 'system' | 'phone' | 'other';
  readonly reading: Reading;
  /** How it checks a gateway's address before it sends events there. */
  readonly validation?: 'zoom' | { readonly echo: string } | undefined;
  /** The best one first. */
  readonly ways: readonly [ConnectWay, ...ConnectWay[]];
  /** Addresses of public documentation that this follows; empty where there is only the maker's manual. */
  readonly documentation: readonly string[];
}
