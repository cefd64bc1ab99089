import type { ConnectSystem } from '../../../../shared/connect/connect-system.ts';
import { mappingRecipes } from '../../../../shared/dialects/mapping-recipes.ts';
import {
  sourceInputSchema,
  type Source,
  type SourceInput,
} from '../../../../shared/model/source.ts';
import { newHttpTransport, newPathSecret, newSource, withRecipe } from '../source-draft.ts';

/** How a system's events are read: its dialect, or its recipe's mapping. */
function withReading(draft: SourceInput, { reading }: ConnectSystem): SourceInput {
  if ('dialect' in reading) return { ...draft, dialect: reading.dialect, feed: reading.feed };
  const recipe = mappingRecipes.find(({ name }) => name === reading.recipe);
  return recipe === undefined ? draft : withRecipe(draft, recipe);
}

/**
 * A source that is called. What a program or phone of the agent calls is about the agent's own calls.
 *
 * @param network the interface that others in the network reach, with a token made for it
 */
export function sourceFor(
  system: ConnectSystem,
  name: string,
  network: string | undefined,
): SourceInput {
  const transport = {
    ...newHttpTransport(),
    ...(network !== undefined && { interface: network, token: newPathSecret() }),
  };
  const read = withReading(
    { ...newSource(), name, carries: system.kind === 'other' ? 'all-agents' : 'this-agent' },
    system,
  );
  return { ...read, transport };
}

/** What a gateway passes on, in its own form, whatever system it comes from. */
export const gatewaySource = (name: string, url: string): Source => ({
  ...newSource(),
  name,
  // The gateway sends a desk its own agent's calls, and one that was routed there names no agent.
  carries: 'this-agent',
  transport: { type: 'websocket', url, headers: {} },
});

/** A system's own server, as far as its documentation says where it is. */
export const serverSource = (system: ConnectSystem, name: string): SourceInput =>
  sourceInputSchema.parse({ ...withReading({ ...newSource(), name }, system) });
