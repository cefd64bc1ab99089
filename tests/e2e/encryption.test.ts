import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { receiverSnippet, runSnippet } from '../support/receivers.ts';

const hexKey = '00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef';
const keys = {
  passphrase: { key: 'correct horse battery staple', hex: sha256('correct horse battery staple') },
  hex: { key: hexKey, hex: hexKey },
  base64: { key: Buffer.from(hexKey, 'hex').toString('base64'), hex: hexKey },
  text: { key: 'kısa anahtar', hex: zeroPadded('kısa anahtar') },
} as const;
const keyForms = ['passphrase', 'hex', 'base64', 'text'] as const;

it('sends what php and openssl decrypt, for all four forms of the key', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const base = oneCrmConfig(events.url, { url: crm.url });
  const caller = 'Ayşe & Söhne +90 100% "ok"';
  const parameters = [
    { name: 'phone', field: 'callerNumber' },
    { name: 'name', field: 'contactName' },
  ];
  await launchRingcue({
    config: {
      ...base,
      popups: keyForms.map((keyForm) => ({
        id: keyForm,
        name: keyForm,
        url: `${crm.url}?form=${keyForm}#top`,
        parameters,
        encryption: { key: keys[keyForm].key, keyForm },
      })),
      rules: [
        {
          id: 'ring',
          name: 'Ring',
          when: { stage: 'ringing' },
          actions: keyForms.map((popup) => ({ do: 'popup', popup })),
        },
      ],
    },
  });
  await events.connected();
  events.send(callEvent('ringing', { contactName: caller }));
  const visits = await crm.visited(4);
  const expected = { phone: '+31201234567', name: caller };
  for (const keyForm of keyForms) {
    const query = queryOf(visits, keyForm);
    const data = query.get('data') ?? '';
    expect([...query.keys()]).toEqual(['form', 'data']);
    expect(parse(opensslDecrypt(data, keys[keyForm].hex)), `openssl, ${keyForm}`).toEqual(expected);
    for (const language of ['php', 'node', 'python'] as const) {
      const snippet = receiverSnippet(
        readFileSync(path.join(root, 'docs/receivers.md'), 'utf8'),
        language,
      );
      const answer = runSnippet(language, snippet, temporaryFolder(), {
        RINGCUE_KEY: keys[keyForm].key,
        RINGCUE_KEY_FORM: keyForm,
        DATA: data,
      });
      expect(answer, `${language}, ${keyForm}`).toEqual(expected);
    }
  }
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function zeroPadded(text: string): string {
  return Buffer.concat([Buffer.from(text), Buffer.alloc(32)])
    .subarray(0, 32)
    .toString('hex');
}

function queryOf(visits: readonly string[], keyForm: string): URLSearchParams {
  const queries = visits.map((visit) => new URL(visit, 'http://crm').searchParams);
  const query = queries.find((one) => one.get('form') === keyForm);
  if (query === undefined) throw new Error(`no visit for ${keyForm}`);
  return query;
}

const parse = (query: string) => Object.fromEntries(new URLSearchParams(query));

function opensslDecrypt(data: string, keyHex: string): string {
  const bytes = Buffer.from(data, 'base64url');
  const iv = bytes.subarray(0, 16).toString('hex');
  return execFileSync('openssl', ['enc', '-d', '-aes-256-cbc', '-K', keyHex, '-iv', iv], {
    input: bytes.subarray(16),
    encoding: 'utf8',
  });
}
