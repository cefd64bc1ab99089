/** The two moments of a call that every phone system has: it comes, and it is over. */
export const callMoments = ['begin', 'end'] as const;
export type CallMoment = (typeof callMoments)[number];
