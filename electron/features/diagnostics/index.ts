import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import path from 'node:path';
import type { SourceView } from '../../../shared/contract/source-views.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import { crashReportsIn } from '../../platform/crash-reports.ts';
import { electronVersion } from '../../platform/runtime.ts';
import { english } from '../../../shared/text/english.ts';

/** Of the technical log. */
const lines = 200;

interface Parts {
  readonly snapshot: ConfigSnapshot;
  readonly sources: readonly SourceView[];
  /** Where everything is stored. */
  readonly folder: string;
  /** Takes secrets out of a text. */
  readonly mask: (text: string) => string;
}

/** What support asks for first, as text. No keys, no tokens, no addresses with values, no call data. */
export function diagnosticsText({ snapshot, sources, folder, mask }: Parts): string {
  const {
    adminPin,
    network,
    permissions: _permissions,
    clickToCall,
    dialWebhook,
    forwardLog,
    ...settings
  } = snapshot.settings;
  const shown = {
    ringcue: app.getVersion(),
    electron: electronVersion,
    system: `${platform()} ${release()} ${arch()}`,
    locale: app.getLocale(),
    crashReports: crashReportsIn(app.getPath('crashDumps')),
    sources: sources.map(({ name, phase, problem, received, rejected, lastRejection }) => ({
      name,
      phase,
      problem: problem && english(problem),
      received,
      rejected,
      lastRejection: lastRejection && english(lastRejection),
    })),
    definitions: {
      popups: snapshot.popups.length,
      rules: snapshot.rules.length,
      webhooks: snapshot.webhooks.length,
      templates: snapshot.templates.length,
      flows: snapshot.flows.length,
    },
    settings: {
      ...settings,
      hasPin: adminPin !== undefined,
      hasProxyUser: network.proxyUsername !== undefined,
      hasCaFile: network.caFile !== undefined,
      forwardsLog: (forwardLog ?? '') !== '',
      hasClickToCall: (clickToCall ?? '') !== '',
      hasDialWebhook: (dialWebhook ?? '') !== '',
    },
  };
  return mask(
    `${JSON.stringify(shown, null, 2)}\n\n${lastLines(path.join(folder, 'logs/ringcue.log'))}`,
  );
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return ''; // nothing was written yet
  }
}
