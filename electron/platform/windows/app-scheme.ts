import { app, net, type Protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { deskContract, findContract } from '../../../shared/contract/contract.ts';
import { findStream, stateStream } from '../../../shared/contract/wire.ts';
import { contentSecurityPolicy, devServer } from './dev-server.ts';

/** Our own pages come from here and nowhere else: no file:, no http. */
export const appScheme = 'ringcue-app';
export const appOrigin = `${appScheme}://app`;

/** Our pages: what each may call, and what it listens to. */
export const appPages = {
  desk: { contract: deskContract, stream: stateStream },
  'find-bar': { contract: findContract, stream: findStream },
} as const;
export type AppPage = keyof typeof appPages;

/** @param query what the page has to know from the start; never a secret */
export const pageUrl = (page: AppPage, query: Readonly<Record<string, string>>): string =>
  [`${appOrigin}/${page}.html`, new URLSearchParams(query).toString()]
    .filter((part) => part !== '')
    .join('?');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built renderer, or passes on what the dev server has. A path can never lead out of its folder. */
export function serveApp(protocol: Protocol, folder: string): void {
  const dev = devServer(process.env, app.isPackaged);
  protocol.handle(appScheme, async (request) => {
    const { host, pathname, search } = new URL(request.url);
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    if (host !== 'app' || !file.startsWith(folder + path.sep)) {
      return new Response('Not found', { status: 404 });
    }
    const response = await (dev === undefined
      ? builtFile(file)
      : net.fetch(`${dev}${pathname}${search}`, {
          headers: { accept: request.headers.get('accept') ?? '*/*' },
        }));
    const headers = new Headers(response.headers);
    headers.set('content-security-policy', contentSecurityPolicy(dev));
    headers.set('x-content-type-options', 'nosniff');
    return new Response(response.body, { status: response.status, headers });
  });
}

/** Read in one piece; net.fetch would add two more streams. */
async function builtFile(file: string): Promise<Response> {
  const type = contentTypes[path.extname(file)];
  if (type === undefined) return new Response('Not found', { status: 404 });
  try {
    return new Response(await readFile(file), { headers: { 'content-type': type } });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}
