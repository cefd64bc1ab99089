import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../shared/model/answer.ts';
import { endWithTest } from '../support/end-with-test.ts';
import { freePort } from '../support/free-port.ts';
import { lookUp } from '../support/look-up.ts';
import { startReceiver } from '../support/receiver.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

type Headers = Readonly<Record<string, string>>;

async function answering(body: string | Uint8Array, headers: Headers = {}): Promise<string> {
  const server = await startReceiver((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(body),
  );
  return server.url;
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const found = '{"id":"42"}';
const packed = (encoding: string): Headers => ({ 'Content-Encoding': encoding });
const typed = (type: string): Headers => ({ 'Content-Type': type });

it.each<[string, string | Uint8Array, Headers, string]>([
  ['a long number', '{"id":7615917337495251231}', {}, '7615917337495251231'],
  ['a long negative number', '{"id":-9007199254740993}', {}, '-9007199254740993'],
  ['a byte order mark', `\ufeff${found}`, {}, '42'],
  ['a byte order mark and spaces', `\ufeff \r\n${found}\n`, {}, '42'],
  ['a mark of UTF-16', Buffer.concat([Buffer.of(0xff, 0xfe), utf16(found)]), {}, '42'],
  [
    'a mark of UTF-16 in the other order, whatever the header says',
    Buffer.concat([Buffer.of(0xfe, 0xff), utf16(found).swap16()]),
    typed('application/json; charset=utf-8'),
    '42',
  ],
  ['UTF-16 by its header', utf16(found), typed('text/json;charset=utf-16le'), '42'],
  [
    'Turkish in one byte',
    Buffer.of(...Buffer.from('{"id":"'), 0xde, 0xfd, 0xf0, ...Buffer.from('"}')),
    typed('application/json; charset="ISO-8859-9"'),
    'Şığ',
  ],
  [
    'Western in one byte',
    Buffer.from('{"id":"Jürgen \x80"}', 'latin1'),
    typed('application/json; Charset=iso-8859-1; x=y'),
    'Jürgen €',
  ],
  [
    'Japanese',
    Buffer.of(...Buffer.from('{"id":"'), 0x93, 0xfa, 0x96, 0x7b, ...Buffer.from('"}')),
    typed("text/plain; charset='shift_jis'"),
    '日本',
  ],
  ['no such character set', '{"id":"ü"}', typed('application/json; charset=none'), 'ü'],
  ['gzip', gzipSync(found), packed('gzip'), '42'],
  ['x-gzip', gzipSync(found), packed('X-GZIP'), '42'],
  [
    'gzip in two parts',
    Buffer.concat([gzipSync('{"id":'), gzipSync('"42"}')]),
    packed('gzip'),
    '42',
  ],
  ["deflate in zlib's form", deflateSync(found), packed('deflate'), '42'],
  ['deflate, bare', deflateRawSync(found), packed('deflate'), '42'],
  ['deflate, bare and stored', deflateRawSync(found, { level: 0 }), packed('deflate'), '42'],
  ['Brotli', brotliCompressSync(found), packed('br'), '42'],
  ['packed twice', gzipSync(deflateRawSync(found)), packed('deflate, gzip'), '42'],
  ['no packing by name', found, packed('identity'), '42'],
  ['a character set for a packing', found, packed('UTF-8'), '42'],
  ['a packed mark', gzipSync(`\ufeff${found}`), packed('gzip'), '42'],
  ['nobody known', '{"id":null}', {}, ''],
  ['a script that calls all text/html', found, typed('text/html; charset=UTF-8'), '42'],
])('reads an answer with %s', async (_name, body, headers, expected) => {
  const { value, problem } = await lookUp(await answering(body, headers));
  expect({ value, problem }).toEqual({ value: expected, problem: '' });
});

it('takes the last value of a name that stands twice, and notes it', async () => {
  const { value, notes } = await lookUp(await answering('{"id":"41","x":1,"id":"42"}'));
  expect(value).toBe('42');
  expect(notes).toEqual(['The name "id" is used twice (line 1, column 18).']);
});

const page = '<!-- CRM --> <!DOCTYPE html>\n<html>Sign in</html>';

it.each<[string, string | Uint8Array, Headers, RegExp]>([
  ['a web page', '<html>Sign in</html>', typed('text/html'), /“The CRM” returned a web page/],
  ['a web page called JSON', page, {}, /“The CRM” returned a web page .*sign-in/],
  ['a packed web page', gzipSync(page), packed('gzip'), /web page/],
  ['nothing', '', {}, /“The CRM” returned an empty response instead of JSON/],
  ['spaces', ' \r\n ', {}, /an empty response/],
  ['nothing, packed', '', packed('gzip'), /an empty response/],
  ['nothing, deflated', '', packed('deflate'), /an empty response/],
  ['nothing in Brotli', '', packed('br'), /an empty response/],
  ['packed nothing', gzipSync(''), packed('gzip'), /an empty response/],
  ['half of the text', '{"id":"4', {}, /of “The CRM” cannot be read\. It is not valid JSON/],
  ['words', 'OK', {}, /cannot be read/],
  ['XML', '<customer id="42"/>', typed('text/xml'), /cannot be read/],
  ['half of a gzip', gzipSync(found).subarray(0, 20), packed('gzip'), /cut off before its end/],
  ['half of a Brotli', brotliCompressSync(found).subarray(0, 6), packed('br'), /cut off/],
  ['a packing that it has not', found, packed('gzip'), /could not be decompressed/],
  ['no Brotli', 'xxxxxxxxxxxxxxxx', packed('br'), /could not be decompressed/],
])('does not take for nobody an answer with %s', async (_name, body, headers, sentence) => {
  const { value, problem } = await lookUp(await answering(body, headers));
  expect(problem).toMatch(sentence);
  expect(value).toBe('unset');
});

it('ends a flow that is to stop where its lookup fails', async () => {
  const byPointer: Answer = { from: 'pointer', pointer: '/id' };
  const failed = await lookUp(await answering(page), byPointer, 'stop');
  expect(failed.value).toBeUndefined();
  expect(failed.problem).toContain('web page');
  expect((await lookUp(`http://127.0.0.1:${await freePort()}`, byPointer, 'stop')).value).toBe(
    undefined,
  );
  expect((await lookUp(await answering(found), byPointer, 'stop')).value).toBe('42');
});

it('takes the branch for a failed lookup, and says so', async () => {
  const byPointer: Answer = { from: 'pointer', pointer: '/id' };
  const other = { do: 'popup', popup: 'search' };
  const failed = await lookUp(await answering(page), byPointer, undefined, [other]);
  expect(failed.popups).toEqual(['search', 'p']);
  expect(failed.problem).toMatch(/web page .* The flow ran its steps for a failed lookup\.$/);
  const ended = await lookUp(await answering(page), byPointer, 'stop', [other]);
  expect(ended.popups).toEqual(['search']);
  const found = await lookUp(await answering('{"id":"42"}'), byPointer, 'stop', [other]);
  expect(found).toMatchObject({ popups: ['p'], value: '42', problem: '' });
});

it('looks up elsewhere where the first lookup fails', async () => {
  const again = { do: 'ask', webhook: 'crm', as: 'id', answer: { from: 'status' } };
  const { value, popups } = await lookUp(
    await answering(page),
    { from: 'pointer', pointer: '/id' },
    undefined,
    [again],
  );
  expect({ value, popups }).toEqual({ value: '200', popups: ['p'] });
});

it('keeps no web page as the body, and everything else as it is', async () => {
  const body: Answer = { from: 'body' };
  const { value, problem } = await lookUp(await answering(page), body);
  expect(value).toBe('unset');
  expect(problem).toContain('web page');
  expect((await lookUp(await answering('\ufeff vip\n'), body)).value).toBe('vip');
  expect((await lookUp(await answering('<b>vip</b>'), body)).value).toBe('<b>vip</b>');
});

it.each([
  ['with its length', 'Content-Length: 100\r\n\r\n{"id":"42"}'],
  ['in pieces', 'Transfer-Encoding: chunked\r\n\r\nb\r\n{"id":"42"}\r\n'],
])('says that a body %s was cut off', async (_name, rest) => {
  const server = net.createServer((socket) => {
    socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${rest}`));
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  const { value, problem } = await lookUp(`http://127.0.0.1:${port}`);
  expect({ value, problem }).toEqual({
    value: 'unset',
    problem: 'The response was cut off before its end.',
  });
});

it('reads what PHP packs and writes', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    path.join(folder, 'crm.php'),
    String.raw`<?php
$id = 7615917337495251231;
switch ($_SERVER['QUERY_STRING']) {
  case 'gzip': ob_start('ob_gzhandler'); header('Content-Encoding: gzip');
    echo gzencode(json_encode(['id' => $id])); ob_end_clean();
    echo gzencode(json_encode(['id' => $id])); break;
  case 'deflate': header('Content-Encoding: deflate'); echo gzdeflate(json_encode(['id' => $id])); break;
  case 'latin': header('Content-Type: application/json; charset=windows-1254');
    echo "{\"id\":\"\xdeerif\"}"; break;
  case 'mark': echo "\xef\xbb\xbf" . json_encode(['id' => $id]); break;
  case 'warning': echo "<br />\n<b>Warning</b>: undefined"; break;
}
`,
  );
  const port = await freePort();
  endWithTest(spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder], { stdio: 'ignore' }));
  const url = `http://127.0.0.1:${port}/crm.php`;
  await until(() => fetch(url).then(Boolean, () => undefined), 'PHP');
  expect((await lookUp(`${url}?gzip`)).value).toBe('7615917337495251231');
  expect((await lookUp(`${url}?deflate`)).value).toBe('7615917337495251231');
  expect((await lookUp(`${url}?latin`)).value).toBe('Şerif');
  expect((await lookUp(`${url}?mark`)).value).toBe('7615917337495251231');
  expect((await lookUp(`${url}?warning`)).problem).toContain('cannot be read');
});
