import { useState } from 'react';
import type { CallNote } from '../../../shared/model/call-note.ts';

/**
 * Another number when a draft was changed beside the desk, on the page that stands in a popup's place. What is
 * typed here comes back as a draft, too, and must not move the cursor: so only while the desk has no focus.
 */
export function useDraftVersion(draft: CallNote | undefined): number {
  const [state, setState] = useState({ draft, version: 0 });
  const isSame =
    draft?.note === state.draft?.note && draft?.disposition === state.draft?.disposition;
  if (isSame) return state.version;
  const next = { draft, version: state.version + (document.hasFocus() ? 0 : 1) };
  setState(next);
  return next.version;
}
