import { expect } from 'vitest';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { textsOf, type Check } from '../../support/cases.ts';
import { popupProblems } from '../../support/popup-problems.ts';

const call = {
  fields: { callerNumber: '+12025550143', contactCrmId: '00/3 é?' },
  custom: {},
  ext: {},
};

/** The address that opens, with the caller's number as a parameter. */
const opens =
  (address: string): Check =>
  (one) => {
    const [url] = textsOf(one);
    const parameters = [{ name: 'q', field: 'callerNumber' }];
    const popup = popupSchema.parse({ id: 'p', name: 'P', url, parameters });
    const build = preparePopupUrl(popup, {}, cipherTools());
    const built = build.ok ? build.value(call) : build;
    expect(built.ok ? built.value.url : built.problem).toBe(address);
  };

const isRefused =
  (sentence: string): Check =>
  (one) =>
    expect(popupProblems({ url: textsOf(one)[0] })).toBe(sentence);

/** How an address is filled. */
export const addressChecks: Readonly<Record<string, Check>> = {
  'address https://crm.example/lightning/r/Contact/{{contactCrmId}}/view': opens(
    'https://crm.example/lightning/r/Contact/00%2F3%20%C3%A9%3F/view?q=%2B12025550143',
  ),
  'address https://crm.example/web#id={{contactCrmId}}&model=res.partner&view_type=form': opens(
    'https://crm.example/web?q=%2B12025550143#id=00%2F3%20%C3%A9%3F&model=res.partner&view_type=form',
  ),
  'address https://crm.example/#/contacts/search': opens(
    'https://crm.example/#/contacts/search?q=%2B12025550143',
  ),
  'address https://crm.example/x?q={{nope}}': isRefused(
    'url: {{nope}} is not a token. Did you mean {{note}}?',
  ),
};
