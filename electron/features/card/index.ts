import type { BrowserWindow } from 'electron';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { Clock } from '../../platform/clock.ts';
import { Events } from '../../platform/events.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import { PlacementMemory } from '../../platform/windows/placement-memory.ts';
import { CardPresence } from './card-presence.ts';
import { CardWindow } from './card-window.ts';

interface Deps {
  readonly clock: Clock;
  readonly placements: KeptValues;
  readonly isOn: () => boolean;
  readonly view: (callKey: string) => CallView | undefined;
}

interface CardEvents {
  /** It comes, or goes. */
  readonly changed: { readonly shown: boolean };
}

/** The card of the current call, above other windows. */
export function createCard({ placements, ...deps }: Deps) {
  const events = new Events<CardEvents>();
  const window = new CardWindow(new PlacementMemory(placements));
  const presence = new CardPresence({
    ...deps,
    onChange(shown) {
      if (!shown) window.hide();
      events.emit('changed', { shown });
    },
  });
  return {
    events,
    presence,
    window,
    /** A new window of the desk: it draws the card. */
    deskCreated: (desk: BrowserWindow) => window.allowIn(desk),
    /** What the desk drew can be seen. */
    drawn(height: number): void {
      window.resize(height);
      if (presence.shown) window.show();
    },
    stop(): void {
      presence.dispose();
      window.dispose();
    },
  };
}

export type Card = ReturnType<typeof createCard>;
