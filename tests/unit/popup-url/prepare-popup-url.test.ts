import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { callCenterStudioFields, callCenterStudioForm } from '../../../shared/model/call-fields.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { callCenterStudio } from '../../support/reference.ts';
import { english } from '../../../shared/text/english.ts';

const none = {
  ...cipherTools(),
  randomBytes: (count: number) => new Uint8Array(count),
  pbkdf2: ({ length }: { length: number }) => new Uint8Array(length),
};

function urlOf(popup: object, fields: Record<string, string> = {}): string {
  const parsed = popupSchema.parse({
    id: 'p',
    name: 'P',
    url: 'https://crm.example.com',
    ...popup,
  });
  const build = preparePopupUrl(parsed, { encryption: 'key' }, none);
  if (!build.ok) throw new Error(english(build.problem.message));
  const result = build.value({ ...sampleCall, fields: { ...sampleCall.fields, ...fields } });
  if (!result.ok) throw new Error(english(result.problem.message));
  return result.value.url;
}

it('has the 22 call fields of the form, by its labels and in its order', () => {
  const labels = callCenterStudio.fields
    .filter(({ kind }) => kind === 'call data')
    .map(({ label }) => label);
  expect(callCenterStudioForm.map(([, label]) => label)).toEqual(labels);
  expect(callCenterStudioFields.map((name) => english(`callField.${name}.label`))).toEqual(labels);
  expect(labels).toHaveLength(22);
});

it('keeps the query and the fragment of the address to the letter', () => {
  const parameters = [{ name: 'q', text: 'a b' }];
  expect(urlOf({ url: 'https://x.test/p?a=1+2&b=%20#f?x', parameters })).toBe(
    'https://x.test/p?a=1+2&b=%20&q=a%20b#f?x',
  );
  expect(urlOf({ url: 'https://x.test/p?', parameters })).toBe('https://x.test/p?q=a%20b');
  expect(urlOf({ url: 'https://x.test/#/route?x=1', parameters })).toBe(
    'https://x.test/#/route?x=1&q=a%20b',
  );
});

it('gives back every value, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
      const url = urlOf({ parameters: [{ name: 'q', text: value }] });
      expect(new URL(url).searchParams.get('q')).toBe(value);
    }),
  );
  const url = urlOf({ parameters: [{ name: 'phone', field: 'callerNumber' }] });
  expect(url).toContain('phone=%2B31201234567');
});

it('treats an empty value as set: left out, sent empty, or no popup', () => {
  const parameters = [{ name: 'd', field: 'disposition' }];
  expect(urlOf({ parameters }, { disposition: '' })).toBe('https://crm.example.com');
  expect(urlOf({ parameters, whenEmpty: 'send' }, { disposition: '' })).toBe(
    'https://crm.example.com?d=',
  );
  expect(() => urlOf({ parameters, whenEmpty: 'skip' }, { disposition: '' })).toThrow('"d"');
  const own = [{ name: 'd', field: 'disposition', whenEmpty: 'send' }];
  expect(urlOf({ parameters: own, whenEmpty: 'skip' }, { disposition: '' })).toContain('d=');
});

it('encrypts each value on its own where the scope says so', () => {
  const url = new URL(
    urlOf({
      parameters: [
        { name: 'a', text: 'one' },
        { name: 'b', text: 'two' },
      ],
      encryption: { key: { secret: 'x' }, scope: 'values', encoding: 'hex' },
    }),
  );
  expect([...url.searchParams.keys()]).toEqual(['a', 'b']);
  expect(url.searchParams.get('a')).toMatch(/^[0-9a-f]{64}$/);
});

it('maps every one of the 22 fields', () => {
  for (const field of callCenterStudioFields) {
    const url = urlOf({ parameters: [{ name: 'v', field }] });
    expect(new URL(url).searchParams.get('v'), field).not.toBe('');
    expect(url, field).toContain('v=');
  }
});
