import { expect, it } from 'vitest';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';

const tools = {
  ...cipherTools(),
  randomBytes: (count: number) => new Uint8Array(count).fill(7),
  pbkdf2: () => new Uint8Array(),
};

/** What version 0.1 sent with these settings, and receivers were written for. */
it.each([
  [
    {},
    'geheim ş',
    'https://crm.example/call?t=1&data=BwcHBwcHBwcHBwcHBwcHB5Zv8NuV3q5L1zVbGd8uRq61t7YcvcPdxQuCJvj76vfzA9pss5k3X0qOuOr1JsDIKGrPwoF5IWm7iISU7pLd4qKszq60s6WuiC74cch0g4M2#top',
  ],
  [
    { keyForm: 'text', encoding: 'base64' },
    'geheim ş',
    'https://crm.example/call?t=1&data=BwcHBwcHBwcHBwcHBwcHB%2FAKpjXBWGaxT7VRxzCOuzqJXUV4ddeOCIvq1nOWZq%2Bn%2FWkLTHuY3ugQAkO8ZmSqVkHL8Emv7MtC1S0ylsHfRR%2FE02yxvoPapo81jSDtEd1n#top',
  ],
  [
    { scope: 'values', encoding: 'hex' },
    'geheim ş',
    'https://crm.example/call?t=1&phone=0707070707070707070707070707070763075aeaa41b6508683ae82728eb0654&city=0707070707070707070707070707070728a71067d8efea5965cabe0537be6f0d&at=070707070707070707070707070707070f6dffb9e29ea075a71732c8f13eef6cd7cbb6922e40c9e45f04b3f480f6cb5f&d=#top',
  ],
  [
    { iv: { form: 'text', value: 'abc' }, encoding: 'base64' },
    'geheim ş',
    'https://crm.example/call?t=1&data=huSYEh5uaMVIsqZcTTRPi2tTGp%2BqUEuHSjODqJW%2BGDEEGyoyXsAXHvLFoMZuSFJ1r%2BrMXCJy3IkrS9oc86%2Bh4tJPMbWDiN3Nt28W%2Ba9s%2BhY%3D#top',
  ],
  [
    {
      keyForm: 'hex',
      iv: { form: 'hex', value: '00112233445566778899aabbccddeeff' },
      scope: 'values',
    },
    '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    'https://crm.example/call?t=1&phone=DERtM2k6aLgcwYmaquZ7hg&city=SeEbCb1yJT8AcPhTX2d--g&at=BOCbgEZDUh4pkp0A72ZCS3ojN9g7YLz37JsPqkU8O2M&d=#top',
  ],
] as const)('sends with %j the bytes that it always sent', (encryption, key, url) => {
  const popup = popupSchema.parse({
    id: 'p',
    name: 'P',
    url: 'https://crm.example/call?t=1#top',
    parameters: [
      { name: 'phone', field: 'callerNumber' },
      { name: 'city', field: 'custom.city' },
      { name: 'at', field: 'callStart' },
      { name: 'd', text: '', whenEmpty: 'send' },
    ],
    encryption: { key: { secret: 's' }, ...encryption },
  });
  const build = preparePopupUrl(popup, { encryption: key }, tools);
  const opened = build.ok ? build.value(sampleCall) : build;
  expect(opened).toMatchObject({ ok: true, value: { url } });
});
