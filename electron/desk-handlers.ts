import { clipboard } from 'electron';
import { randomBytes } from 'node:crypto';
import { done, type Handlers } from '../shared/ipc/contract.ts';
import { detachPopup } from '../shared/config/detach-secrets.ts';
import { sampleCall } from '../shared/model/sample-call.ts';
import type { TestStep } from '../shared/ipc/views.ts';
import type { CallData } from '../shared/model/call-fields.ts';
import type { PopupInput } from '../shared/model/popup.ts';
import type { SourceInput } from '../shared/model/source.ts';
import { preparePopupUrl, type PopupUrl } from '../shared/popup-url/prepare-popup-url.ts';
import type { Result } from '../shared/result.ts';
import type { ConfigService } from './config/config-service.ts';
import { attempt, attemptFor, doneOr, toReply } from './replies.ts';
import { guarded, type AdminLock } from './admin-lock.ts';
import type { Publisher } from './config/publisher.ts';
import { publishHandlers } from './publish-handlers.ts';
import type { ConfigTransfer } from './config/config-transfer.ts';
import type { SecretVault } from './config/secret-vault.ts';
import type { StateStream } from './ipc/state-stream.ts';
import type { HandlersFor } from './ipc/typed-main.ts';
import type { Notices } from './notices.ts';
import type { CallDesk } from './calls/call-desk.ts';
import { callHandlers } from './call-handlers.ts';
import type { CallHistory } from './calls/call-history.ts';
import type { CallNotes } from './calls/call-notes.ts';
import { journalHandlers } from './journal-handlers.ts';
import type { Journal } from './journal/journal.ts';
import type { DemoSwitch } from './demo/demo-switch.ts';
import { transferHandlers } from './transfer-handlers.ts';
import type { FindBars } from './popups/find-bar.ts';
import { callForAgent } from './calls/explain-rules.ts';
import { callOf, tryRules, withoutAgent } from './rule-trial.ts';
import type { PreparedUrls } from './popups/prepared-urls.ts';
import type { PopupPause } from './presence/popup-pause.ts';
import type { PopupWindows } from './popups/popup-windows.ts';
import type { PopupService } from './popups/popup-service.ts';
import type { MappingTrial } from './sources/mapping/mapping-trial.ts';
import { webhookHandlers } from './webhook-handlers.ts';
import type { Deliveries } from './webhooks/deliveries.ts';
import type { PreparedWebhooks } from './webhooks/prepared-webhooks.ts';
import type { WebhookService } from './webhooks/webhook-service.ts';
import type { SourceManager } from './sources/source-manager.ts';

interface Parts {
  readonly configService: ConfigService;
  readonly vault: SecretVault;
  readonly journal: Journal;
  readonly calls: CallDesk;
  readonly popups: PopupService;
  readonly history: CallHistory;
  readonly notes: CallNotes;
  readonly pause: PopupPause;
  /** What support needs, without secrets. */
  readonly diagnostics: () => string;
  readonly popupWindows: PopupWindows;
  readonly urls: PreparedUrls;
  readonly webhooks: PreparedWebhooks;
  readonly webhookService: WebhookService;
  readonly deliveries: Deliveries;
  readonly lock: AdminLock;
  readonly publisher: Publisher;
  readonly sources: Pick<SourceManager, 'lastMessage'>;
  readonly mappingTrial: MappingTrial;
  readonly transfer: ConfigTransfer;
  readonly testSource: (source: SourceInput) => Promise<readonly TestStep[]>;
  readonly notices: Notices;
  readonly stream: StateStream;
  readonly findBars: FindBars;
  readonly demo: DemoSwitch;
}

/** What our own pages may ask for. */
export function createDeskHandlers(parts: Parts): HandlersFor {
  const { sources, mappingTrial, configService, popups, notices, stream, findBars, demo } = parts;
  return (sender): Handlers =>
    guarded(
      {
        'state.get': () => ({ ok: true, value: stream.whole() }),
        'popup.preview'({ popup, call }) {
          const found = callOf(call, popups);
          if (!found.ok) return toReply(found);
          const shown = callForAgent(found.value, configService.snapshot().agent);
          return toReply(preview(popup, shown, parts.vault));
        },
        'agent.save': (agent) => attempt(() => configService.saveAgent(agent)),
        'popup.save': ({ popup, rules, expected }) => {
          const problem = preview(popup, sampleCall, parts.vault);
          // A key of the wrong length is found now, at the field, not when a call rings.
          if (!problem.ok && problem.problem.path.startsWith('encryption')) return toReply(problem);
          return attempt(() => configService.savePopup(popup, rules, expected));
        },
        'rule.save': ({ rule, expected }) => attempt(() => configService.saveRule(rule, expected)),
        'rules.try': (request) => toReply(tryRules(request, parts)),
        'definitions.change': (change) =>
          attemptFor(() => ({ ticket: configService.change(change) })),
        'definitions.undo': ({ ticket }) => attempt(() => configService.undo(ticket)),
        'popup.test': ({ popupId }) => {
          const now = Date.now();
          const { agent } = configService.snapshot();
          const call = callForAgent(
            { ...sampleCall, fields: withoutAgent(sampleCall.fields) },
            agent,
          );
          const callKey = `test-${now}`;
          return doneOr(popups.open({ popupId, callKey, call, receivedAt: now, lateSeconds: 0 }));
        },
        'popup.reopen': ({ id }) => doneOr(popups.reopen(id)),
        'popup.signIn': ({ popupId }) => doneOr(popups.openSignIn(popupId)),
        'popups.pause': ({ minutes }) => attempt(() => parts.pause.pause(minutes)),
        'popups.resume': () => attempt(() => parts.pause.resume()),
        'diagnostics.copy': () =>
          attempt(() => {
            void clipboard.writeText(parts.diagnostics());
          }),
        'popup.closeAll': () => attempt(() => parts.popupWindows.askAllToClose()),
        'source.save': ({ source, expected }) =>
          attempt(() => configService.saveSource(source, expected)),
        'source.lastMessage': ({ id }) => ({ ok: true, value: { text: sources.lastMessage(id) } }),
        'mapping.try': async (request) => toReply(await mappingTrial.run(request)),
        // The PIN has a channel of its own, which takes the PIN itself and never a hash.
        'settings.save': ({ adminPin: _notHere, ...settings }) =>
          attempt(() => configService.saveSettings(settings)),
        'demo.start': async () => {
          await demo.start();
          await demo.ring();
          return done;
        },
        'demo.stop': async () => {
          await demo.stop();
          return done;
        },
        'demo.ring': async () => {
          await demo.ring();
          return done;
        },
        'source.test': async (source) => ({
          ok: true,
          value: { steps: await parts.testSource(source) },
        }),
        ...transferHandlers(parts.transfer),
        ...webhookHandlers(parts),
        ...publishHandlers(parts),
        ...journalHandlers(parts),
        ...callHandlers(parts),
        'notice.dismiss': ({ id }) => attempt(() => notices.dismiss(id)),
        'find.search': (query) => attempt(() => findBars.search(sender, query)),
        'find.close': () => attempt(() => findBars.close(sender)),
      },
      parts.lock,
      () => configService.snapshot(),
    );
}

/** The address a definition would open for a call, with the key as typed or as stored. */
function preview(input: PopupInput, call: CallData, vault: SecretVault): Result<PopupUrl> {
  let key: string | undefined;
  const popup = detachPopup(input, (name, value) => {
    key = typeof value === 'string' ? value : vault.reveal(value);
    return typeof value === 'string' ? { secret: name } : value;
  });
  const build = preparePopupUrl(popup, key, randomBytes);
  return build.ok ? build.value(call) : build;
}
