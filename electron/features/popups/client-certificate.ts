import { dialog, type BrowserWindow, type Certificate } from 'electron';
import { originOf, parseUrl } from '../../../shared/model/definition.ts';
import type { NativeLanguage } from '../../platform/language.ts';

/** More certificates than that have no place as buttons. */
const mostShown = 5;

/**
 * Which certificate tells a site who the agent is: the agent decides, once for each site and window, and only
 * sites that the popup may show are asked about. Threat: any image of a third party can ask for one, and it holds
 * a name and an e-mail. All others get none (refuse-defaults.ts).
 */
export function chooseCertificate(
  window: BrowserWindow,
  allowed: ReadonlySet<string>,
  { language }: { readonly language: NativeLanguage },
): void {
  const chosen = new Map<string, Promise<Certificate | undefined>>();
  window.webContents.on('select-client-certificate', (event, place, list, answer) => {
    // Its documentation says a URL: it is the host and the port.
    const origin = originOf(`https://${place}`);
    if (origin === undefined || !allowed.has(origin)) return;
    event.preventDefault();
    const choice = chosen.get(origin) ?? askFor(window, origin, list, language);
    chosen.set(origin, choice);
    // Without a certificate the connection continues: Electron's type leaves that case out.
    void choice.then((one) => {
      Reflect.apply(answer, undefined, one === undefined ? [] : [one]);
    });
  });
}

async function askFor(
  window: BrowserWindow,
  origin: string,
  list: readonly Certificate[],
  language: NativeLanguage,
): Promise<Certificate | undefined> {
  const t = language.t();
  const shown = list.slice(0, mostShown);
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: t('shell.certificate.question', { host: parseUrl(origin)?.host ?? origin }),
      detail: t('shell.certificate.detail'),
      buttons: [t('shell.certificate.none'), ...shown.map(({ subjectName }) => subjectName)],
      defaultId: 0,
      cancelId: 0,
    });
    return shown[response - 1];
  } catch {
    return undefined; // the window was closed meanwhile
  }
}
