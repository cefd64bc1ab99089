import type { OwnChoice } from '../../../shared/model/settings.ts';
import { useDesk } from '../../api/desk-context.tsx';

/** What the agent may change now: what the administrator leaves to agents, as far as the company does not decide it. */
export function useMayChange(): (choice: OwnChoice) => boolean {
  const { locked, rights, settings } = useDesk((desk) => desk.config);
  return (choice) =>
    locked[choice === 'agent' ? choice : `settings.${choice}`] === undefined &&
    (rights.administer || settings.agentMayChange.includes(choice));
}
