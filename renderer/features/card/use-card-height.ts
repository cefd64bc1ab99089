import { highestCard, lowestCard } from '../../../shared/contract/card.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { cardCalls } from './card-calls.ts';

/** Of what is around the customers, and of each of them: as `contact-choice.module.css` has it. */
const around = 76;
const line = 36;

/** How high the card is: with the customers that the agent chooses from, as far as they fit. */
export function useCardHeight(): number {
  const all = useDesk((desk) => desk.calls);
  const choices = useDesk((desk) => desk.choices);
  const [call] = cardCalls(all);
  const choice = choices.find(({ callKey }) => callKey === call?.key);
  if (choice === undefined) return lowestCard;
  return Math.min(highestCard, lowestCard + around + line * choice.matches.length);
}
