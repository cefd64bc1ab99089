/**
 * The names of all channels, on their own so that the preload does not carry the schemas.
 * Adding one: its name here, its input and result in contract.ts, its handler in electron/ipc: the
 * compiler asks for each.
 */
export const deskChannels = [
  'state.get',
  'popup.preview',
  'agent.save',
  'popup.save',
  'rule.save',
  'rules.try',
  'webhook.save',
  'webhook.preview',
  'webhook.test',
  'template.save',
  'template.preview',
  'flow.save',
  'deliveries.search',
  'deliveries.detail',
  'deliveries.retry',
  'deliveries.retryDead',
  'deliveries.export',
  'journal.search',
  'journal.export',
  'journal.replay',
  'trace.ofCall',
  'calls.search',
  'call.popup',
  'call.note',
  'call.keepNote',
  'definitions.change',
  'definitions.undo',
  'popup.test',
  'popup.reopen',
  'popup.signIn',
  'popup.closeAll',
  'popups.pause',
  'popups.resume',
  'diagnostics.copy',
  'source.save',
  'source.lastMessage',
  'mapping.try',
  'settings.save',
  'admin.unlock',
  'admin.lock',
  'admin.setPin',
  'publish.choose',
  'publish.view',
  'publish.write',
  'publish.rollBack',
  'config.export',
  'config.openImport',
  'config.applyImport',
  'source.test',
  'demo.start',
  'demo.stop',
  'demo.ring',
  'notice.dismiss',
] as const;

/** What the find bar of a popup may call, and nothing else. */
export const findChannels = ['find.search', 'find.close'] as const;

export const channels = [...deskChannels, ...findChannels] as const;
export type Channel = (typeof channels)[number];

/** Prefix on the wire, so that a channel of ours is never taken for Electron's own. */
export const wireName = (channel: Channel): string => `ringcue:${channel}`;

/** The one stream from main to the desk. */
export const stateStream = 'ringcue:state';
/** Matches found, for the find bar. */
export const findStream = 'ringcue:found';
