import type { MatchesAnswer } from '../../../shared/model/answer.ts';
import type { ChoiceTrace } from '../../../shared/model/log-entry.ts';
import type { ContactChoices } from './contact-choices.ts';
import type { FoundMatches } from './read-matches.ts';

interface Taken {
  /** Empty where no customer is taken. */
  readonly value: string;
  readonly trace: ChoiceTrace;
}

/** The customer that a flow continues with: the only match, or the agent's choice. */
export async function takeMatch(
  found: FoundMatches,
  { seconds, unchosen }: MatchesAnswer,
  choices: Pick<ContactChoices, 'ask'>,
  callKey: string,
): Promise<Taken> {
  const { matches, more } = found;
  const count = matches.length + more;
  const [first] = matches;
  if (first === undefined) return { value: '', trace: { by: 'none', count, label: '' } };
  const taken = (by: ChoiceTrace['by'], { value, label } = first): Taken => ({
    value,
    trace: { by, count, label },
  });
  if (count === 1) return taken('only');
  const chosen = await choices.ask(callKey, found, seconds);
  if (chosen.by === 'agent') return taken('agent', chosen.match);
  const takesFirst = unchosen === 'first' && chosen.by !== 'declined' && chosen.by !== 'elsewhere';
  return takesFirst ? taken(chosen.by) : taken(chosen.by, { value: '', label: '', detail: '' });
}
