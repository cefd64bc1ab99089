import { z } from 'zod';
import { noInput } from './inputs.ts';
import { nothing, procedure } from './procedure.ts';

/** Of displays side by side; no system has more (device-independent pixels). */
const coordinate = z.int().min(-100_000).max(100_000);

/** A strip, or with the customers that an agent chooses from below it (device-independent pixels). */
export const lowestCard = 96;
export const highestCard = 344;

/** The card of the current call above other windows. The desk draws it; the main process places and shows it. */
export const cardProcedures = {
  /** Its picture is there, so high (device-independent pixels), and can come on screen. */
  'card.drawn': procedure({
    input: z.strictObject({ height: z.int().min(lowestCard).max(highestCard) }),
    right: 'agent',
    output: nothing,
  }),
  /** Under a person's pointer. */
  'card.move': procedure({
    input: z.strictObject({ x: coordinate, y: coordinate }),
    right: 'agent',
    output: nothing,
  }),
  /** It stays where it is, at the nearest edge. */
  'card.drop': procedure({ input: noInput, right: 'agent', output: nothing }),
  /** Until another call comes. */
  'card.hide': procedure({ input: noInput, right: 'agent', output: nothing }),
  /** Brings the desk to the front, with the focus. */
  'desk.show': procedure({ input: noInput, right: 'agent', output: nothing }),
};
