import type { PopupInput } from '../../../shared/model/popup.ts';
import { DecryptFields } from './decrypt-fields.tsx';
import { LiveUrl } from './live-url.tsx';
import { ReceiverPanel } from './receiver-panel.tsx';
import type { PopupPreview } from './use-popup-preview.ts';

interface PopupAsideProps {
  readonly draft: PopupInput;
  readonly preview: PopupPreview;
}

/** What comes of the form, for a developer: the URL, and how it is read. */
export function PopupAside({ draft, preview }: PopupAsideProps) {
  const isProtected = draft.encryption !== undefined || draft.signing !== undefined;
  return (
    <>
      <LiveUrl draft={draft} preview={preview} />
      {draft.encryption !== undefined && <DecryptFields popup={draft} />}
      {isProtected && <ReceiverPanel popup={draft} />}
    </>
  );
}
