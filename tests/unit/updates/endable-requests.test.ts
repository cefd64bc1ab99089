import { CancellationToken } from 'builder-util-runtime';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { GenericDifferentialDownloader } from 'electron-updater/out/differentialDownloader/GenericDifferentialDownloader.js';
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type ServerResponse } from 'node:http';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { endableRequests } from '../../../electron/platform/updates/endable-requests.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from '../../support/until.ts';

/** A server that answers as far as it is told to, and what the library asks it with. */
async function stalling(begin: (response: ServerResponse) => void, silence?: number) {
  const open = new Set<ServerResponse>();
  const counted = { requests: 0 };
  const server = createServer((_request, response) => {
    counted.requests += 1;
    open.add(response);
    response.once('close', () => open.delete(response));
    begin(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  // The library's own, but with the requests of Node: Electron's exist in its main process only.
  const httpExecutor = Object.assign(new ElectronHttpExecutor(), { createRequest: request });
  const token = new CancellationToken();
  return {
    httpExecutor,
    requests: endableRequests({ httpExecutor }, silence),
    url: new URL(`http://127.0.0.1:${address.port}/next`),
    token,
    counted,
    asked: (count: number) =>
      until(() => counted.requests >= count || undefined, `request ${count}`),
    closed: () => until(() => open.size === 0 || undefined, 'the end of the connection'),
  };
}

const map = (...checksums: string[]) => ({
  version: '2' as const,
  files: [{ name: 'file', offset: 0, checksums, sizes: checksums.map(() => 10) }],
});

/** Of a file whose every block is new. */
function fetchDifference({ httpExecutor, url, token }: Awaited<ReturnType<typeof stalling>>) {
  const folder = temporaryFolder();
  const [oldFile, newFile] = [path.join(folder, 'old'), path.join(folder, 'new')];
  writeFileSync(oldFile, 'old bytes ');
  const silent = (): void => undefined;
  const downloader = new GenericDifferentialDownloader({ size: 10, sha512: '' }, httpExecutor, {
    oldFile,
    newFile,
    newUrl: url,
    logger: { info: silent, warn: silent, error: silent },
    requestHeaders: null,
    cancellationToken: token,
  });
  return downloader.download(map('old'), map('new'));
}

it('ends a differential download whose server never answers', async () => {
  const setup = await stalling(() => undefined);
  const fetched = fetchDifference(setup);
  fetched.catch(() => undefined);
  await setup.asked(1);
  setup.token.cancel();
  await setup.requests.end(fetched);
  await expect(fetched).rejects.toThrow('cancelled');
  await setup.closed();
});

it('ends a whole download in its middle, with its file', async () => {
  const { httpExecutor, requests, url, token, closed } = await stalling((response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('some');
  });
  const file = path.join(temporaryFolder(), 'next');
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === file;
      } catch {
        return false;
      }
    }).length;
  const fetched = httpExecutor.download(url, file, {
    sha512: 'of another file',
    cancellationToken: token,
  });
  fetched.catch(() => undefined);
  await until(() => openFiles() === 1 || undefined, 'the file');
  token.cancel();
  await requests.end(fetched);
  await expect(fetched).rejects.toThrow('cancelled');
  await closed();
  await until(() => openFiles() === 0 || undefined, 'the end of the file');
});

it('refuses what is asked for while a download ends, and nothing after', async () => {
  const { httpExecutor, requests, url, asked, counted } = await stalling((response) => {
    if (counted.requests > 2) response.end('answered');
  });
  const look = () =>
    httpExecutor.downloadToBuffer(url, { cancellationToken: new CancellationToken() });
  const first = look();
  await asked(1);
  const both = first.catch(look);
  await requests.end(both);
  await expect(both).rejects.toThrow('cancelled');
  await expect(look()).resolves.toEqual(Buffer.from('answered'));
});

it('gives up a server that stops answering', async () => {
  const { httpExecutor, url, token } = await stalling(() => undefined, 50);
  await expect(httpExecutor.downloadToBuffer(url, { cancellationToken: token })).rejects.toThrow(
    'the server stopped answering',
  );
});
