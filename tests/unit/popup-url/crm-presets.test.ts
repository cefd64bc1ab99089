import { expect, it } from 'vitest';
import {
  crmNames,
  crmUrl,
  pagesOfCrm,
  presetOfCrm,
} from '../../../shared/popup-url/crm-presets.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';

const call = {
  fields: { contactCrmId: '003/1', callerNumber: '+31201234567' },
  custom: {},
  ext: {},
};

function openedAt(url: string | undefined): string {
  const popup = popupSchema.parse({ id: 'p', name: 'P', url });
  const build = preparePopupUrl(popup, {}, cipherTools());
  const opened = build.ok ? build.value(call) : build;
  return opened.ok ? opened.value.url : '';
}

const every = crmNames.flatMap((crm) => pagesOfCrm(crm).map((page) => ({ crm, page })));

it.each(every)('opens a page of $crm ($page) from any page of it', ({ crm, page }) => {
  const { example } = presetOfCrm(crm);
  const opened = new URL(openedAt(crmUrl(crm, page, example)));
  expect(opened.origin).toBe(new URL(example).origin);
  expect(opened.href).toContain(page === 'search' ? '201234567' : '003%2F1');
  expect(opened.href).not.toContain('{{');
});

it('keeps the folder of an installation and the account of HubSpot', () => {
  expect(crmUrl('vtiger', 'record', 'https://a.test/crm/index.php?module=Home')).toMatch(
    /^https:\/\/a\.test\/crm\/index\.php\?module=Contacts&/,
  );
  expect(crmUrl('suitecrm', 'search', 'a.test/legacy/')).toMatch(
    /^https:\/\/a\.test\/legacy\/index\.php\?module=Home&/,
  );
  expect(crmUrl('hubspot', 'record', 'https://app-eu1.hubspot.com/contacts/77/objects/0-1')).toBe(
    'https://app-eu1.hubspot.com/contacts/77/record/0-1/{{contactCrmId}}',
  );
});

it.each(['', 'acme', 'ftp://a.test', 'javascript:alert(1)', 'https://app.hubspot.com/'])(
  'takes “%s” for no page of HubSpot',
  (text) => {
    expect(crmUrl('hubspot', 'record', text)).toBeUndefined();
  },
);
