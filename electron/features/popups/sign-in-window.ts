import type { Popup } from '../../../shared/model/popup.ts';

/** Of a popup's page without a call: it stays until it is closed, whatever calls do. */
export const signInWindow = (window: Popup['window']): Popup['window'] => ({
  ...window,
  target: 'window',
  focus: 'show',
  close: { ...window.close, when: 'never', elsewhere: false },
});
