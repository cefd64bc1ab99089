import { dialog } from 'electron';
import type { DialRisk } from '../../../shared/model/dial-risk.ts';
import type { NativeLanguage } from '../../platform/language.ts';

/**
 * Asks whether a link's number is to be dialled. The button that a stray key presses does not dial.
 *
 * @param number digits, `*`, `#` and `+` alone, so that nothing in it can pass for a sentence of ours
 */
export async function confirmDial(
  number: string,
  risk: DialRisk | undefined,
  language: NativeLanguage,
): Promise<boolean> {
  const t = language.t();
  const { response } = await dialog.showMessageBox({
    type: risk === undefined ? 'question' : 'warning',
    message: t('shell.dial.question', { number }),
    detail: t(`shell.dial.${risk ?? 'detail'}`),
    buttons: [t('shell.dial.no'), t('shell.dial.yes')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
