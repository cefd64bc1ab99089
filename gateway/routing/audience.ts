/** Stands for every agent, where an audience is stored. */
export const everybody = '*';

/** Whom an event goes to: IDs of agents, or everybody. Empty: nobody. */
export type Audience = readonly string[];

/** Two audiences as one: with everybody in it there is nobody to add. */
export function joinAudiences(one: Audience, other: Audience): Audience {
  const all = new Set([...one, ...other]);
  return all.has(everybody) ? [everybody] : [...all];
}
