import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter } from '../../platform/ipc/replies.ts';
import type { Card } from './index.ts';

interface Parts {
  readonly card: Card;
  readonly openDesk: () => void;
}

/** What the desk may do with the card that it draws. */
export const cardHandlers = ({ card, openDesk }: Parts) =>
  ({
    'card.drawn': ({ height }) => doneAfter(() => card.drawn(height)),
    'card.move': ({ x, y }) => doneAfter(() => card.window.move(x, y)),
    'card.drop': () => doneAfter(() => card.window.drop()),
    'card.hide': () => doneAfter(() => card.presence.dismiss()),
    'desk.show': () => doneAfter(openDesk),
  }) satisfies Partial<Handlers>;
