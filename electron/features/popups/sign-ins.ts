import type { SignInView } from '../../../shared/contract/views.ts';
import { originOf, parseUrl } from '../../../shared/model/definition.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import type { CrmPartition } from './crm-partition.ts';

/** Which CRMs there are to sign in to, and where this agent already was let in since the start. */
export class SignIns {
  private popups: readonly Popup[] = [];
  private partition: CrmPartition | undefined;
  private readonly confirmed = new Set<string>();

  public constructor(private readonly onChange: () => void) {}

  public apply(popups: readonly Popup[], partition: CrmPartition): void {
    if (this.partition !== partition) this.confirmed.clear();
    this.partition = partition;
    this.popups = popups;
    this.onChange();
  }

  /** The CRM showed its own page. */
  public confirm(popup: Popup): void {
    const origin = originOf(popup.url);
    if (origin === undefined || this.confirmed.has(origin)) return;
    this.confirmed.add(origin);
    this.onChange();
  }

  /** One for each CRM, however many popups it has. */
  public views(): SignInView[] {
    const views = new Map<string, SignInView>();
    for (const popup of this.popups) {
      const origin = originOf(popup.url);
      if (origin === undefined || views.has(origin)) continue;
      if (!popup.enabled || popup.window.target === 'browser') continue;
      const host = parseUrl(popup.url)?.host ?? origin;
      views.set(origin, { popupId: popup.id, host, signedIn: this.confirmed.has(origin) });
    }
    return [...views.values()];
  }
}
