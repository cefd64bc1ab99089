import type { Dispose } from '../platform/events.ts';
import type { Core } from './core.ts';
import type { Services } from './services.ts';
import type { Shell } from './shell.ts';

/** Puts every change of the configuration in force, in this order: sources last, as they bring events. */
export function applyOnChange(
  { config }: Core,
  { calls, flows, log, popups, webhooks, sources, card }: Services,
  { presence, stream }: Shell,
): { readonly apply: () => void; readonly dispose: Dispose } {
  const apply = (): void => {
    const now = config.snapshot();
    calls.apply();
    flows.choices.apply();
    log.configured(now);
    presence.apply();
    card.presence.apply();
    popups.apply();
    webhooks.apply(now);
    sources.apply(now.sources, now.agent);
    for (const slice of ['config', 'calls', 'notes', 'history'] as const) stream.touch(slice);
  };
  const offs = [
    config.service.changed.add(apply),
    config.vault.changed.add(() => {
      popups.applySecrets();
      stream.touch('config');
    }),
  ];
  return { apply, dispose: () => offs.forEach((off) => off()) };
}
