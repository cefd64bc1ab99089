import { clipboard } from 'electron';
import { randomBytes } from 'node:crypto';
import { done, refused } from '../shared/contract/reply.ts';
import { type Handlers } from '../shared/contract/contract.ts';
import { detachPopup } from '../shared/config/detach-secrets.ts';
import { sampleCall } from '../shared/model/sample-call.ts';
import type { TestStep } from '../shared/contract/views.ts';
import type { CallData } from '../shared/model/call-fields.ts';
import type { PopupInput } from '../shared/model/popup.ts';
import type { SourceInput } from '../shared/model/source.ts';
import { preparePopupUrl, type PopupUrl } from '../shared/popup-url/prepare-popup-url.ts';
import type { Result } from '../shared/result.ts';
import type { ConfigEdits } from './config/config-edits.ts';
import type { ConfigService } from './config/config-service.ts';
import { doneAfter, toReply } from './replies.ts';
import type { AdminLock } from './admin-lock.ts';
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
  readonly edits: ConfigEdits;
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
  const { sources, mappingTrial, configService, edits, popups, notices, stream, findBars, demo } =
    parts;
  return (sender): Handlers => ({
    'state.get': () => ({ ok: true, value: stream.whole() }),
    'popup.preview'({ popup, call }) {
      const found = callOf(call, popups);
      if (!found.ok) return toReply(found);
      const shown = callForAgent(found.value, configService.snapshot().agent);
      return toReply(preview(popup, shown, parts.vault));
    },
    'agent.save': (agent) => toReply(edits.saveAgent(agent)),
    'popup.save': ({ popup, rules, expected }) => {
      const problem = preview(popup, sampleCall, parts.vault);
      // A key of the wrong length is found now, at the field, not when a call rings.
      if (!problem.ok && problem.problem.path.startsWith('encryption')) {
        return refused(problem.problem.message, `popup.${problem.problem.path}`);
      }
      return toReply(edits.savePopup(popup, rules, expected));
    },
    'rule.save': ({ rule, expected }) => toReply(edits.saveRule(rule, expected)),
    'rules.try': (request) => toReply(tryRules(request, parts)),
    'definitions.change': (change) => toReply(edits.change(change)),
    'definitions.undo': ({ ticket }) => toReply(edits.undo(ticket)),
    'popup.test': ({ popupId }) => {
      const now = Date.now();
      const { agent } = configService.snapshot();
      const call = callForAgent({ ...sampleCall, fields: withoutAgent(sampleCall.fields) }, agent);
      const callKey = `test-${now}`;
      return toReply(popups.open({ popupId, callKey, call, receivedAt: now, lateSeconds: 0 }));
    },
    'popup.reopen': ({ id }) => toReply(popups.reopen(id)),
    'popup.signIn': ({ popupId }) => toReply(popups.openSignIn(popupId)),
    'popups.pause': ({ minutes }) => doneAfter(() => parts.pause.pause(minutes)),
    'popups.resume': () => doneAfter(() => parts.pause.resume()),
    'diagnostics.copy': () =>
      doneAfter(() => {
        void clipboard.writeText(parts.diagnostics());
      }),
    'popup.closeAll': () => doneAfter(() => parts.popupWindows.askAllToClose()),
    'source.save': ({ source, expected }) => toReply(edits.saveSource(source, expected)),
    'source.lastMessage': ({ id }) => ({ ok: true, value: { text: sources.lastMessage(id) } }),
    'mapping.try': async (request) => toReply(await mappingTrial.run(request)),
    // The PIN has a channel of its own, which takes the PIN itself and never a hash.
    'settings.save': ({ adminPin: _notHere, ...settings }) => toReply(edits.saveSettings(settings)),
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
    'notice.dismiss': ({ id }) => doneAfter(() => notices.dismiss(id)),
    'find.search': (query) => doneAfter(() => findBars.search(sender, query)),
    'find.close': () => doneAfter(() => findBars.close(sender)),
  });
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
