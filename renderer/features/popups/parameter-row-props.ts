import type { Parameter } from '../../../shared/model/popup.ts';
import type { PopupForm } from './popup-form.ts';

export interface ParameterRowProps {
  readonly form: PopupForm;
  readonly parameter: Parameter;
  /** Its place in the list. */
  readonly index: number;
  /** What it carries for the call of the preview; undefined where that cannot be said. */
  readonly value: string | undefined;
  /** Just added: what follows is its name. */
  readonly isAdded: boolean;
}
