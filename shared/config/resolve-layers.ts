import type { AgentIdentity } from '../model/agent-identity.ts';
import type { ConfigDocument } from '../model/config-document.ts';
import type { ListPart } from '../model/list-parts.ts';
import { defined } from '../model/defined.ts';
import type { Flow } from '../model/flow.ts';
import type { Rule } from '../model/rule.ts';
import type { Popup } from '../model/popup.ts';
import { defaultSettings, type Settings } from '../model/settings.ts';
import type { Source } from '../model/source.ts';
import type { Template } from '../model/template.ts';
import type { Webhook } from '../model/webhook.ts';

/** The layers that a company decides, later in the list wins: a file, a URL, this computer's policy. */
export const managedOrigins = ['file', 'remote', 'policy'] as const;
export type ManagedOrigin = (typeof managedOrigins)[number];

/** Where a part of the configuration comes from; later in the list wins. */
export type Origin = 'default' | 'user' | ManagedOrigin;

export interface Layer {
  readonly origin: Origin;
  readonly document: ConfigDocument;
}

/** The parts that a layer decides as a whole. */
export type Part = 'agent' | ListPart;

/** The one configuration in force. Never changed: a change makes the next revision. */
export interface ConfigSnapshot {
  readonly revision: number;
  readonly agent: AgentIdentity | undefined;
  readonly sources: readonly Source[];
  readonly popups: readonly Popup[];
  readonly rules: readonly Rule[];
  readonly webhooks: readonly Webhook[];
  readonly templates: readonly Template[];
  readonly flows: readonly Flow[];
  readonly settings: Settings;
  /** `popups/ID` -> the revision since which that definition is as it is. */
  readonly revisions: Readonly<Record<string, number>>;
  /** `popups` or `settings.appearance` -> the layer that decided. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** Merges the layers, lowest first: the highest that names a part, or a field of settings, decides it. */
export function resolveLayers(layers: readonly Layer[], revision: number): ConfigSnapshot {
  const origins: Record<string, Origin> = {};
  const pick = <P extends Part>(part: P): ConfigDocument[P] => {
    const layer = layers.findLast(({ document }) => document[part] !== undefined);
    origins[part] = layer?.origin ?? 'default';
    return layer?.document[part];
  };
  let settings = defaultSettings;
  for (const name of Object.keys(defaultSettings)) origins[`settings.${name}`] = 'default';
  for (const { origin, document } of layers) {
    settings = { ...settings, ...defined(document.settings ?? {}) };
    for (const name of Object.keys(document.settings ?? {})) origins[`settings.${name}`] = origin;
  }
  return {
    revision,
    agent: pick('agent'),
    sources: pick('sources') ?? [],
    popups: pick('popups') ?? [],
    rules: pick('rules') ?? [],
    webhooks: pick('webhooks') ?? [],
    templates: pick('templates') ?? [],
    flows: pick('flows') ?? [],
    settings,
    revisions: {},
    origins,
  };
}

/** The layer that decides a part, or `settings.NAME`, above the user, and so locks it. */
export const lockedBy = (
  origins: ConfigSnapshot['origins'],
  name: string,
): ManagedOrigin | undefined => managedOrigins.find((origin) => origin === origins[name]);
