import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../../build/lib/paths.mjs';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { pageWithoutCall } from '../../../shared/popup-url/page-without-call.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { english } from '../../../shared/text/english.ts';
import { popupProblems } from '../../support/popup-problems.ts';

const tools = cipherTools();

function open(popup: object, call: Partial<CallData> = {}) {
  const parsed = popupSchema.parse({ id: 'p', name: 'P', url: 'https://crm.example', ...popup });
  const build = preparePopupUrl(parsed, { encryption: 'key' }, tools);
  if (!build.ok) throw new Error(english(build.problem.message));
  return build.value({ ...sampleCall, ...call });
}

function urlOf(popup: object, call: Partial<CallData> = {}): string {
  const result = open(popup, call);
  if (!result.ok) throw new Error(english(result.problem.message));
  return result.value.url;
}

const withId = (contactCrmId: string) => ({ fields: { ...sampleCall.fields, contactCrmId } });

it('puts tokens into path, query and fragment, each encoded for its place', () => {
  const id = withId('a/b?c#d&e=f %2F\\.x.');
  const encoded = 'a%2Fb%3Fc%23d%26e%3Df%20%252F%5C.x.';
  expect(urlOf({ url: 'https://crm.example/lightning/r/Contact/{{contactCrmId}}/view' }, id)).toBe(
    `https://crm.example/lightning/r/Contact/${encoded}/view`,
  );
  expect(
    urlOf(
      { url: 'https://crm.example/web#id={{contactCrmId}}&model=res.partner&view_type=form' },
      id,
    ),
  ).toBe(`https://crm.example/web#id=${encoded}&model=res.partner&view_type=form`);
  expect(urlOf({ url: 'https://crm.example/p?q=x-{{contactCrmId}}-{{queueId}}' }, id)).toBe(
    `https://crm.example/p?q=x-${encoded}-5`,
  );
});

it('reads a token that an address bar encoded', () => {
  const id = withId('a/b');
  expect(urlOf({ url: 'https://crm.example/c/%7B%7BcontactCrmId%7D%7D?x=%7B1%7D' }, id)).toBe(
    'https://crm.example/c/a%2Fb?x=%7B1%7D',
  );
  expect(urlOf({ url: 'https://crm.example/?n=%7b%7BcallerNumber%7Cnational%7d%7D' })).toBe(
    'https://crm.example/?n=0201234567',
  );
  expect(popupProblems({ url: 'https://crm.example/%7B%7Bnope%7D%7D' })).toContain('{{nope}}');
});

it('adds parameters to the query of a route, behind its path', () => {
  const parameters = [{ name: 'phone', field: 'callerNumber' }];
  const phone = 'phone=%2B31201234567';
  expect(urlOf({ url: 'https://crm.example/#/contacts/search', parameters })).toBe(
    `https://crm.example/#/contacts/search?${phone}`,
  );
  expect(urlOf({ url: 'https://crm.example/?t=1#!/search?a=1', parameters })).toBe(
    `https://crm.example/?t=1#!/search?a=1&${phone}`,
  );
  expect(urlOf({ url: 'https://crm.example/#top', parameters })).toBe(
    `https://crm.example/?${phone}#top`,
  );
  const encryption = { key: { secret: 'x' }, encoding: 'hex' };
  expect(urlOf({ url: 'https://crm.example/#/search', parameters, encryption })).toMatch(
    /^https:\/\/crm\.example\/#\/search\?data=[0-9a-f]+$/,
  );
});

it('keeps to the letter what has no token', () => {
  for (const url of [
    'https://crm.example/#?x=1',
    'https://crm.example/p?',
    'https://crm.example/p?&a=1&&b#',
    'https://crm.example/a//b/../c/.?x=../y#/../z?',
    'https://crm.example#a?b=1',
    'https://crm.example\\a?b',
  ]) {
    expect(urlOf({ url }), url).toBe(url);
  }
});

const places = {
  path: 'https://crm.example/a/{{contactCrmId}}/b',
  part: 'https://crm.example/a/x{{contactCrmId}}/b',
  query: 'https://crm.example/a/b?q={{contactCrmId}}&z=1',
  fragment: 'https://crm.example/a/b#id={{contactCrmId}}&z=1',
  route: 'https://crm.example/a/b#/c/{{contactCrmId}}?z=1',
  routeQuery: 'https://crm.example/a/b#/c?q={{contactCrmId}}&z=1',
} as const;

const readers: Readonly<Record<keyof typeof places, (url: URL) => string | null | undefined>> = {
  path: ({ pathname }) => decodeURIComponent(pathname.split('/')[2] ?? ''),
  part: ({ pathname }) => decodeURIComponent(pathname.split('/')[2] ?? '').slice(1),
  query: ({ searchParams }) => searchParams.get('q'),
  fragment: ({ hash }) => new URLSearchParams(hash.slice(1)).get('id'),
  route: ({ hash }) => decodeURIComponent(hash.slice('#/c/'.length, hash.indexOf('?'))),
  routeQuery: ({ hash }) => new URLSearchParams(hash.slice('#/c?'.length)).get('q'),
};

it('never lets a value change origin or path, and gives it back, whatever it is and wherever it stands', () => {
  const hostile = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '/',
    '\\',
    '//evil.test',
    '?x#y',
    '@evil.test',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    hostile,
    fc.string({ unit: 'grapheme', minLength: 1 }),
  );
  for (const place of Object.keys(places) as (keyof typeof places)[]) {
    fc.assert(
      fc.property(text, (value) => {
        const opened = open({ url: places[place] }, withId(value));
        const isDots = value === '.' || value === '..';
        if (isDots && (place === 'path' || place === 'route')) {
          expect(opened.ok).toBe(false);
          return;
        }
        if (!opened.ok) throw new Error(english(opened.problem.message));
        const url = new URL(opened.value.url);
        expect(url.origin).toBe('https://crm.example');
        expect(url.pathname.split('/')).toHaveLength(place === 'path' || place === 'part' ? 4 : 3);
        expect(readers[place](url)).toBe(value);
      }),
    );
  }
});

it('does not open a page to which a value of dots would lead, and says so', () => {
  for (const url of [
    'https://crm.example/a/{{contactCrmId}}/delete',
    'https://crm.example/a/.{{contactCrmId}}/delete',
    'https://crm.example/a/%2e{{contactCrmId}}',
    'https://crm.example/a\\{{contactCrmId}}\\b',
    'https://crm.example/#/a/{{contactCrmId}}/b',
  ]) {
    const opened = open({ url }, withId(url.includes('.{{') || url.includes('%2e') ? '.' : '..'));
    expect(opened.ok ? opened.value.url : english(opened.problem.message), url).toContain(
      '{{contactCrmId}}',
    );
  }
});

it('treats a token without a value as set: its pair left out, empty, or no popup', () => {
  const empty = withId('');
  const url = 'https://crm.example/c?a=1&id=c-{{contactCrmId}}&b=2#id={{contactCrmId}}&v=form';
  expect(urlOf({ url }, empty)).toBe('https://crm.example/c?a=1&b=2#v=form');
  expect(urlOf({ url, whenEmpty: 'send' }, empty)).toBe(
    'https://crm.example/c?a=1&id=c-&b=2#id=&v=form',
  );
  expect(() => urlOf({ url, whenEmpty: 'skip' }, empty)).toThrow('{{contactCrmId}}');
  expect(urlOf({ url: 'https://crm.example/c?id={{contactCrmId}}#{{contactCrmId}}' }, empty)).toBe(
    'https://crm.example/c',
  );
  const path = { url: 'https://crm.example/Contact/{{contactCrmId}}/view' };
  expect(urlOf(path, empty)).toBe('https://crm.example/Contact//view');
  expect(() => urlOf({ ...path, whenEmpty: 'skip' }, empty)).toThrow('{{contactCrmId}}');
  const parameters = [{ name: 'who', text: 'Contact {{contactCrmId}}' }];
  expect(urlOf({ parameters }, empty)).toBe('https://crm.example');
  expect(() => urlOf({ parameters, whenEmpty: 'skip' }, empty)).toThrow('"who"');
  expect(urlOf({ parameters }, withId('7'))).toBe('https://crm.example?who=Contact%207');
});

it('writes a parameter and a token in the same formats', () => {
  const parameters = [
    { name: 'n', field: 'callerNumber', format: 'national' },
    { name: 'd', field: 'callStart', format: 'datetime' },
    { name: 't', text: '{{callStart|time}} {{queueName|upper}}' },
  ];
  const url = 'https://crm.example/{{callerNumber|last9}}';
  expect(urlOf({ url, parameters, timeZone: 'Europe/Istanbul' })).toBe(
    'https://crm.example/201234567?n=0201234567&d=2026-03-14%2012%3A26%3A53&t=12%3A26%3A53%20SALES',
  );
});

it('says that an address became too long', () => {
  const parameters = [{ name: 'note', field: 'note' }];
  const opened = open({ parameters }, { fields: { note: 'x'.repeat(100_000) } });
  expect(opened.ok ? '' : english(opened.problem.message)).toContain('100,025 characters');
  expect(open({ parameters }, { fields: { note: 'x'.repeat(7_900) } }).ok).toBe(true);
});

it('signs in at a page that needs no call', () => {
  expect(pageWithoutCall('https://crm.example/a?b#c')).toBe('https://crm.example/a?b#c');
  expect(pageWithoutCall('https://crm.example/app/{{queueId}}?x#y')).toBe('https://crm.example/');
  expect(pageWithoutCall('https://crm.example/app?x={{queueId}}#y')).toBe(
    'https://crm.example/app',
  );
  expect(pageWithoutCall('https://crm.example/app?x=1#y={{queueId}}')).toBe(
    'https://crm.example/app?x=1',
  );
});

const cases = z
  .array(z.object({ name: z.string(), frames: z.array(z.unknown()), right: z.string() }))
  .parse(
    JSON.parse(readFileSync(path.join(root, 'tests/support/reference/addresses.json'), 'utf8')),
  );

it.each(cases)('$name', ({ frames, right }) => {
  const url = z.string().parse(frames[0]);
  if (right.startsWith('refused when saved')) {
    expect(popupProblems({ url })).toContain('is not a token');
    return;
  }
  const opened = urlOf({ url, parameters: [{ name: 'q', text: 'a b' }] }, withId('00/3 x'));
  if (right.startsWith('the id in the path'))
    expect(opened).toContain('/Contact/00%2F3%20x/view?q=');
  if (right.startsWith('the id in the fragment')) expect(opened).toContain('#id=00%2F3%20x&model');
  if (right.startsWith('the query inside')) expect(opened).toContain('/#/contacts/search?q=a%20b');
  expect(opened).not.toContain('{{');
});
