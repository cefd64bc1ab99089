import type { Popup } from '../../../shared/model/popup.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import {
  preparePopupUrl,
  type BuildPopupUrl,
} from '../../../shared/popup-url/prepare-popup-url.ts';
import type { Result } from '../../../shared/result.ts';
import { cipherTools } from './cipher-tools.ts';

/** What each popup needs to build its address, worked out when definitions change, not when a call rings. */
export class PreparedUrls {
  private readonly byId = new Map<string, { popup: Popup; build: Result<BuildPopupUrl> }>();

  public apply(popups: readonly Popup[], reveal: (ref: SecretRef) => string | undefined): void {
    this.byId.clear();
    const tools = cipherTools();
    for (const popup of popups) {
      const keys = {
        encryption: popup.encryption && reveal(popup.encryption.key),
        signing: popup.signing && reveal(popup.signing.key),
      };
      this.byId.set(popup.id, { popup, build: preparePopupUrl(popup, keys, tools) });
    }
  }

  public get(popupId: string): { popup: Popup; build: Result<BuildPopupUrl> } | undefined {
    return this.byId.get(popupId);
  }
}
