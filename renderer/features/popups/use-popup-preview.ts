import { useEffect, useState } from 'react';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import type { PreviewView } from '../../../shared/contract/views.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { firstTrialCall } from '../../ui/trial-call-field.tsx';

/** Wait this long after the last letter before asking for a preview (milliseconds). */
const pause = 120;

export interface PopupPreview {
  readonly call: TrialCall;
  readonly setCall: (call: TrialCall) => void;
  /** Undefined before the first answer. */
  readonly reply: Reply<PreviewView> | undefined;
}

/** What the draft opens for a call that can be chosen, as it is typed. */
export function usePopupPreview(draft: PopupInput): PopupPreview {
  const [call, setCall] = useState(firstTrialCall);
  const [reply, setReply] = useState<Reply<PreviewView> | undefined>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void calls()
        ['popup.preview']({ popup: namedDraft(draft, '-'), call })
        .then((answer) => {
          if (current) setReply(answer);
        });
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft, call]);
  return { call, setCall, reply };
}

/** A name is asked for at saving; the rest can be tried without it. */
export const namedDraft = (draft: PopupInput, name: string): PopupInput => ({
  ...draft,
  name: draft.name.trim() === '' ? name : draft.name,
});
