import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import { until } from './until.ts';

export interface Crm {
  readonly origin: string;
  /** Address of the call page. */
  readonly url: string;
  /** Every request for a page, in order: path with query. */
  readonly visits: string[];
  /** Waits until so many pages were asked for. */
  readonly visited: (count: number) => Promise<string[]>;
  /** How many connections were made to it. */
  readonly connections: () => number;
}

type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** A CRM that shows its query, with routes of the test's own. */
export async function startCrm(routes: Readonly<Record<string, Route>> = {}): Promise<Crm> {
  const visits: string[] = [];
  const { server, port } = await listenOnLoopback((request, response) => {
    const path = request.url ?? '/';
    if (path === '/favicon.ico') {
      response.writeHead(404).end();
      return;
    }
    visits.push(path);
    const route = routes[path.split('?')[0] ?? ''];
    if (route !== undefined) route(request, response);
    else page(response, `<h1>CRM</h1><p id="path">${path.replace(/[&<"]/g, '')}</p>`);
  });
  let connections = 0;
  server.on('connection', () => (connections += 1));
  onTestFinished(() => closeServer(server));
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: `${origin}/call`,
    visits,
    connections: () => connections,
    visited: (count) =>
      until(() => (visits.length >= count ? visits : undefined), `${count} visits`),
  };
}

export function page(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>CRM page</title>${body}`);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
