import type { CipherTools } from '../../../shared/cipher/key-material.ts';
import { testCallKey } from '../../../shared/calls/test-call.ts';
import { detachPopup } from '../../../shared/config/detach-secrets.ts';
import { secretsToSave } from '../../../shared/config/own-secrets.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Popup, PopupInput } from '../../../shared/model/popup.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import type { SecretInput, SecretRef } from '../../../shared/model/secret.ts';
import { preparePopupUrl, type PopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import type { Result } from '../../../shared/result.ts';
import { doneAfter, toReply } from '../../platform/ipc/replies.ts';
import type { Sender } from '../../platform/ipc/typed-main.ts';
import type { ConfigEdits } from '../config/index.ts';
import type { FindBars } from './find-bar.ts';
import type { Popups } from './index.ts';
import { cipherTools } from './cipher-tools.ts';
import { decryptAddress } from './decrypt-address.ts';
import { sampleCallFor } from './trial-call.ts';
import { refused } from '../../../shared/contract/reply.ts';

interface Parts {
  readonly popups: Popups;
  readonly edits: ConfigEdits;
  readonly snapshot: () => ConfigSnapshot;
  readonly revealSecret: Reveal;
}

type Reveal = (ref: SecretRef) => string | undefined;

/** What the desk may do with popups. */
export function popupHandlers({ popups, edits, snapshot, revealSecret }: Parts) {
  const { service, pause, windows, trialCall } = popups;
  // One for all previews: what is typed beside a key must not derive it again.
  const tools = cipherTools();
  /** What is encrypted with a key says something of it: only a popup's own is used. */
  const revealTo =
    (popup: PopupInput): Reveal =>
    (ref) =>
      secretsToSave(snapshot().popups, popup).has(ref.secret) ? revealSecret(ref) : undefined;
  return {
    'popup.preview'({ popup, call }) {
      const found = trialCall(call);
      return toReply(found.ok ? preview(popup, found.value, revealTo(popup), tools) : found);
    },
    'popup.decrypt'({ popup, url }) {
      const stored = snapshot().popups.find(({ id }) => id === popup.id)?.encryption?.key;
      const key = keyOf(popup, stored, revealSecret);
      return toReply(decryptAddress(popup.encryption, key, url));
    },
    'popup.save': ({ popup, rules, expected }) => {
      const problem = preview(popup, sampleCall, revealTo(popup), tools);
      // A key of the wrong length is found now, at the field, not when a call rings.
      if (!problem.ok && /^(?:encryption|signing)\b/.test(problem.problem.path)) {
        return refused(problem.problem.message, `popup.${problem.problem.path}`);
      }
      return toReply(edits.savePopup(popup, rules, expected));
    },
    'popup.test': ({ popupId }) => {
      const now = Date.now();
      const call = sampleCallFor(snapshot().agent);
      const callKey = testCallKey(now);
      return toReply(service.open({ popupId, callKey, call, receivedAt: now, lateSeconds: 0 }));
    },
    'popup.testDraft': ({ popup, call }) => {
      const found = trialCall(call);
      if (!found.ok) return toReply(found);
      const address = preview(popup, found.value, revealTo(popup), tools);
      return toReply(
        address.ok ? service.openDraft(detached(popup), address.value, found.value) : address,
      );
    },
    'popup.reopen': ({ id }) => toReply(service.reopen(id)),
    'popup.signIn': ({ popupId }) => toReply(service.openSignIn(popupId)),
    'support.open': () => doneAfter(() => popups.openSupport()),
    'popup.closeAll': () => doneAfter(() => windows.askAllToClose()),
    'popups.pause': ({ minutes }) => doneAfter(() => pause.pause(minutes)),
    'popups.resume': () => doneAfter(() => pause.resume()),
  } satisfies Partial<Handlers>;
}

/** What a find bar may do, with the page that it belongs to. */
export const findHandlers = (
  findBars: FindBars,
  sender: Sender,
): Pick<Handlers, 'find.search' | 'find.close'> => ({
  'find.search': (query) => doneAfter(() => findBars.search(sender, query)),
  'find.close': () => doneAfter(() => findBars.close(sender)),
});

/** The key as typed, or as stored for this popup: what others have stored is not its to use. */
function keyOf(
  { encryption }: PopupInput,
  stored: SecretRef | undefined,
  reveal: Reveal,
): string | undefined {
  const key = encryption?.key;
  if (typeof key === 'string') return key;
  return key === undefined || key.secret !== stored?.secret ? undefined : reveal(key);
}

/** The address a definition would open for a call, with the key as typed or as stored. */
function preview(
  input: PopupInput,
  call: CallData,
  reveal: Reveal,
  tools: CipherTools,
): Result<PopupUrl> {
  const text = (value: SecretInput): string | undefined =>
    typeof value === 'string' ? value : reveal(value);
  const keys = {
    encryption: input.encryption && text(input.encryption.key),
    signing: input.signing && text(input.signing.key),
  };
  const build = preparePopupUrl(detached(input), keys, tools);
  return build.ok ? build.value(call) : build;
}

/** Without its keys, which nothing but its address needs. */
const detached = (input: PopupInput): Popup => detachPopup(input, (name) => ({ secret: name }));
