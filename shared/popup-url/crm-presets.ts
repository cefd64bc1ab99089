import { parseUrl } from '../model/definition.ts';

/** Pages of a CRM: the record by its ID, or a search for the caller's number. Behind the site, with tokens. */
interface CrmPreset {
  readonly label: string;
  /** A page as a person may have it in the browser; its beginning is the site. */
  readonly example: string;
  readonly pages: Readonly<Partial<Record<CrmPage, string>>>;
  /** The end of the site within the path, where it is more than the host. Undefined: the URL is no page of this CRM. */
  readonly path?: (pathname: string) => string | undefined;
}

export const crmPages = ['search', 'record'] as const;
export type CrmPage = (typeof crmPages)[number];

const record = '{{contactCrmId}}';
/** A number stands in a CRM in any spelling: the last nine digits are in most of them. */
const caller = '{{callerNumber|last9}}';

/** Of an installation in a folder: what is before its page. */
const beforeIndex = (pathname: string): string => {
  const index = pathname.indexOf('/index.php');
  const folder = index === -1 ? pathname : pathname.slice(0, index);
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
};

/** In HubSpot the account is a part of every page's path. */
const hubspotAccount = (pathname: string): string | undefined =>
  /^\/contacts\/\d+/.exec(pathname)?.[0];

/**
 * The CRMs that the editor offers. docs/configuration.md says where each address comes from: the makers' own
 * documentation and code, or public programs that open these pages.
 */
export const crmPresets = {
  salesforce: {
    label: 'Salesforce',
    example: 'https://acme.lightning.force.com/lightning/page/home',
    pages: { record: `/lightning/r/Contact/${record}/view` },
  },
  dynamics: {
    label: 'Dynamics 365',
    example: 'https://acme.crm.dynamics.com/main.aspx',
    pages: { record: `/main.aspx?etn=contact&pagetype=entityrecord&id=${record}` },
  },
  hubspot: {
    label: 'HubSpot',
    example: 'https://app.hubspot.com/contacts/1234567',
    pages: { record: `/record/0-1/${record}` },
    path: hubspotAccount,
  },
  zoho: {
    label: 'Zoho CRM',
    example: 'https://crm.zoho.eu/crm/tab/Home',
    pages: { record: `/crm/tab/Contacts/${record}` },
  },
  zendesk: {
    label: 'Zendesk',
    example: 'https://acme.zendesk.com/agent/home',
    pages: { search: `/agent/search/1?q=${caller}`, record: `/agent/users/${record}` },
  },
  freshdesk: {
    label: 'Freshdesk',
    example: 'https://acme.freshdesk.com/a/dashboard/default',
    pages: { record: `/a/contacts/${record}` },
  },
  odoo: {
    label: 'Odoo',
    example: 'https://acme.odoo.com/odoo',
    pages: { record: `/web#id=${record}&model=res.partner&view_type=form` },
  },
  suitecrm: {
    label: 'SuiteCRM',
    example: 'https://crm.example.com/index.php',
    pages: {
      search: `/index.php?module=Home&action=UnifiedSearch&query_string=${caller}`,
      record: `/index.php?module=Contacts&action=DetailView&record=${record}`,
    },
    path: beforeIndex,
  },
  vtiger: {
    label: 'Vtiger',
    example: 'https://crm.example.com/index.php',
    pages: { record: `/index.php?module=Contacts&view=Detail&record=${record}` },
    path: beforeIndex,
  },
  bitrix24: {
    label: 'Bitrix24',
    example: 'https://acme.bitrix24.com/crm/contact/list/',
    pages: { record: `/crm/contact/details/${record}/` },
  },
} as const satisfies Readonly<Record<string, CrmPreset>>;

export type CrmName = keyof typeof crmPresets;
export const crmNames: readonly CrmName[] = Object.keys(crmPresets).filter(
  (name): name is CrmName => Object.hasOwn(crmPresets, name),
);

export const presetOfCrm = (name: CrmName): CrmPreset => crmPresets[name];

/** Those that a CRM has, the search first: it needs nothing but the number. */
export const pagesOfCrm = (name: CrmName): readonly CrmPage[] =>
  crmPages.filter((page) => presetOfCrm(name).pages[page] !== undefined);

/**
 * The popup's URL for a page of a CRM.
 *
 * @param pasted the URL of any page of it, also without `https://`
 * @returns undefined where that is none
 */
export function crmUrl(name: CrmName, page: CrmPage, pasted: string): string | undefined {
  const { pages, path } = presetOfCrm(name);
  const text = pasted.trim();
  const url = parseUrl(text.includes('://') ? text : `https://${text}`);
  if (url === undefined || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) {
    return undefined;
  }
  const inside = path === undefined ? '' : path(url.pathname);
  const rest = pages[page];
  return inside === undefined || rest === undefined ? undefined : url.origin + inside + rest;
}
