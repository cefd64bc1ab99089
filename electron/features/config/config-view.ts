import { lockedBy, type ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { ConfigView, RightsView } from '../../../shared/contract/views.ts';
import { defaultSettings, type Settings } from '../../../shared/model/settings.ts';
import type { SecretVault } from './secret-vault.ts';

/**
 * The configuration as a page gets it: of the definitions and the settings what these rights allow to see, as a page
 * hides things only from the eye.
 */
export function configView(
  { origins, settings, ...parts }: ConfigSnapshot,
  vault: Pick<SecretVault, 'states' | 'storage'>,
  rights: RightsView,
): ConfigView {
  return {
    ...parts,
    ...(!rights.view && noDefinitions),
    openable: parts.popups.flatMap(({ id, name, enabled }) => (enabled ? [{ id, name }] : [])),
    settings: rights.administer ? withoutPin(settings) : agentSettings(settings),
    canDial: [settings.clickToCall, settings.dialWebhook].some((set) => (set ?? '') !== ''),
    rights,
    locked: lockedParts(origins),
    secrets: rights.view ? vault.states() : {},
    secretStorage: vault.storage(),
  };
}

function lockedParts(origins: ConfigSnapshot['origins']): ConfigView['locked'] {
  const parts = Object.keys(origins).map((name) => [name, lockedBy(origins, name)] as const);
  return Object.fromEntries(
    parts.flatMap(([name, origin]) => (origin === undefined ? [] : [[name, origin]])),
  );
}

const noDefinitions = {
  sources: [],
  popups: [],
  rules: [],
  webhooks: [],
  templates: [],
  flows: [],
  revisions: {},
};

/** The hash of a short PIN is as good as the PIN: our pages need not have it. */
const withoutPin = ({ adminPin: _pin, ...shown }: Settings): Settings => shown;

/** What an agent's own pages use. */
const agentSettings = ({
  appearance,
  language,
  miniCard,
  notifications,
  shortcut,
  agentMayChange,
  numberFormat,
  dispositions,
  keepNotes,
  supportName,
  supportAddress,
}: Settings): Settings => ({
  ...defaultSettings,
  appearance,
  language,
  miniCard,
  notifications,
  shortcut,
  agentMayChange,
  numberFormat,
  dispositions,
  keepNotes,
  supportName,
  supportAddress,
});
