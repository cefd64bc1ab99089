import { noInput, tokenSchema } from './inputs.ts';
import { nothing, procedure, returns } from './procedure.ts';
import type { DeskState } from './views.ts';
import { z } from 'zod';
import { ownChoices, ownSettingsSchema } from '../model/settings.ts';
import { agentIdentitySchema } from '../model/agent-identity.ts';

/** The desk itself: its state, its agent, its notices. */
export const deskProcedures = {
  'state.get': procedure({
    input: noInput,
    right: 'agent',
    output: returns<{ readonly revision: number; readonly state: DeskState }>(),
  }),
  'agent.save': procedure({
    input: agentIdentitySchema,
    // The first agent of a desk says who they are; to change it is the administrator's, who may leave it to agents.
    right: (_agent, { hasAgent, mayChange }) =>
      hasAgent && !mayChange('agent') ? 'administer' : 'agent',
    output: nothing,
  }),
  /** What an agent sets in the menu at the lower left. */
  'settings.saveOwn': procedure({
    input: ownSettingsSchema,
    right: (settings, { mayChange }) =>
      ownChoices.every(
        (choice) => choice === 'agent' || settings[choice] === undefined || mayChange(choice),
      )
        ? 'agent'
        : 'administer',
    output: nothing,
  }),
  'notice.dismiss': procedure({
    input: z.strictObject({ id: tokenSchema }),
    right: 'agent',
    output: nothing,
  }),
  /** Looks now for a newer version, and fetches it. */
  'update.check': procedure({ input: noInput, right: 'agent', output: nothing }),
  /** Starts the version that was fetched; refused during a call. */
  'update.restart': procedure({ input: noInput, right: 'agent', output: nothing }),
  'diagnostics.copy': procedure({ input: noInput, right: 'agent', output: nothing }),
  /** The licences of all that ships inside the app, as text. */
  'licences.read': procedure({ input: noInput, right: 'agent', output: returns<string>() }),
};
