import type { Handlers } from '../../shared/contract/contract.ts';
import { cardHandlers } from '../features/card/ipc.ts';
import { callHandlers } from '../features/calls/ipc.ts';
import { gateOf } from '../features/config/index.ts';
import { configHandlers } from '../features/config/ipc.ts';
import { demoHandlers } from '../features/demo/ipc.ts';
import { diagnosticsText } from '../features/diagnostics/index.ts';
import { diagnosticsHandlers } from '../features/diagnostics/ipc.ts';
import { flowHandlers } from '../features/flows/ipc.ts';
import { logHandlers } from '../features/log/ipc.ts';
import { managedHandlers } from '../features/managed/ipc.ts';
import { noticeHandlers } from '../features/notices/ipc.ts';
import { overviewHandlers } from '../features/overview/ipc.ts';
import { findHandlers, popupHandlers } from '../features/popups/ipc.ts';
import { presenceHandlers } from '../features/presence/ipc.ts';
import { ruleHandlers } from '../features/rules/ipc.ts';
import { sourceHandlers } from '../features/sources/ipc.ts';
import { updateHandlers } from '../features/updates/ipc.ts';
import { webhookHandlers } from '../features/webhooks/ipc.ts';
import type { Dispose } from '../platform/events.ts';
import { installHandlers, type Sender } from '../platform/ipc/typed-main.ts';
import type { Core } from './core.ts';
import type { Services } from './services.ts';
import type { Shell } from './shell.ts';

/**
 * What our own pages may ask for: each feature answers its own channels.
 *
 * @param restart ends the app and starts its new version
 */
export function installIpc(
  core: Core,
  services: Services,
  shell: Shell,
  restart: () => void,
): Dispose {
  const { config, log, trusted } = core;
  const { lock, snapshot } = config;
  return installHandlers({
    trusted,
    log,
    gate: gateOf(lock, snapshot),
    handlersFor: (sender) => handlersFor(sender, core, services, shell, restart),
  });
}

function handlersFor(
  sender: Sender,
  { clock, config, folder, paths }: Core,
  services: Services,
  { stream, presence, desk }: Shell,
  restart: () => void,
): Handlers {
  const { edits, snapshot, revealSecret, mask } = config;
  const { notices, findBars, popups, webhooks, rules, calls, log, sources, demo, flows } = services;
  const diagnostics = (): string =>
    diagnosticsText({ snapshot: snapshot(), sources: sources.manager.views(), folder, mask });
  return {
    'state.get': () => ({ ok: true, value: stream.whole() }),
    ...callHandlers({ ...calls, popups: popups.service }),
    ...cardHandlers({ card: services.card, openDesk: () => desk.show() }),
    ...configHandlers(config, services.publisher),
    ...demoHandlers(demo.switch),
    ...diagnosticsHandlers({ text: diagnostics, licences: paths.licences }),
    ...findHandlers(findBars, sender),
    ...flowHandlers({
      edits,
      choices: flows.choices,
      trialCall: popups.trialCall,
      now: () => clock.now(),
    }),
    ...managedHandlers(services.managed),
    ...logHandlers({ entryLog: log.entryLog, replay: (event) => calls.desk.replay(event) }),
    ...noticeHandlers(notices),
    ...overviewHandlers(services.overview),
    ...popupHandlers({ popups, edits, snapshot, revealSecret }),
    ...presenceHandlers({ presence, dataOf: (key) => calls.history.dataOf(key) }),
    ...ruleHandlers({ rules, edits }),
    ...sourceHandlers(sources, edits),
    ...updateHandlers(services.updates, restart),
    ...webhookHandlers({ ...webhooks, edits, snapshot, trialCall: popups.trialCall }),
  };
}
