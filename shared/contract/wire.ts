/** Names on the wire, on their own so that the preload does not carry the schemas. */

/** Prefix, so that a channel of ours is never taken for Electron's own. */
export const wireName = (channel: string): string => `ringcue:${channel}`;

/** The one stream from main to the desk. */
export const stateStream = 'ringcue:state';
/** Matches found, for the find bar. */
export const findStream = 'ringcue:found';

/** The name of the one window that the desk's page opens: the card of the current call. */
export const cardFrame = 'ringcue-card';

/** How main tells the preload which channels and which stream its page gets. */
export const channelsArgument = '--ringcue-channels=';
export const streamArgument = '--ringcue-stream=';
