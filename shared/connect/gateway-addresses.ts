/** Where a system calls a gateway. The secret is the feed's own, which the gateway's configuration has. */
export const feedAddress = (host: string, feed: string): string =>
  `https://${host}/in/${feed}/SECRET`;

/** Where desks connect to it. */
export const deskAddress = (host: string): string => `wss://${host}/desk`;
