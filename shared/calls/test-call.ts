/** What the key of a call begins with that is only tried; those of real calls are lists. */
export const testCallMark = 'test-';

export const testCallKey = (at: number): string => `${testCallMark}${at}`;

export const isTestCall = (key: string): boolean => key.startsWith(testCallMark);
