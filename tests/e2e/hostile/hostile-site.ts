import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { page, startCrm } from '../../support/crm.ts';
import { attacks, hostilePage, places, type Attack, type Place } from './attacks.ts';

export interface Combination {
  /** Also the caller's name, and so the window's title. */
  readonly id: string;
  readonly attack: Attack;
  readonly place: Place;
}

/** Every attack in every place. */
export const combinations: readonly Combination[] = attacks.flatMap((attack, index) =>
  places.map((place) => ({ id: `x${index}${place}`, attack, place })),
);

const reportSchema = z.tuple([z.string(), z.enum(['begun', 'done', 'leak']), z.string()]);

/** The CRM gone bad, and a second site. */
export async function startHostileSite() {
  const reports: z.output<typeof reportSchema>[] = [];
  const noise = `<script>Document.prototype.hasFocus = () => true; alert('noise'); print(); document.execCommand('print')</script>`;
  const second = await startCrm({ '/noise': (_request, response) => page(response, noise) });
  // The same server by another name is another site, and its frames get a process of their own.
  const other = second.origin.replace('127.0.0.1', 'localhost');
  const attackPage = (request: IncomingMessage, response: ServerResponse): void => {
    const id = idOf(request);
    const found = combinations.find((one) => one.id === id);
    if (found !== undefined) page(response, hostilePage(id, found.attack, other));
    else response.writeHead(404).end();
  };
  const site = await startCrm({
    '/call': (request, response) => {
      const id = idOf(request);
      const place = combinations.find((one) => one.id === id)?.place;
      const address = JSON.stringify(`/attack?id=${id}`);
      if (place === 'window') page(response, `<h1>CRM</h1><script>open(${address})</script>`);
      else if (place === 'frame') page(response, `<h1>CRM</h1><iframe src=${address}></iframe>`);
      else attackPage(request, response);
    },
    '/attack': attackPage,
    '/plain': (_request, response) => page(response, '<h1>Plain</h1>'),
    '/grow': (_request, response) =>
      page(
        response,
        `<script>for (let i = 0; i < 5; i += 1) open('/grow?' + Math.random())</script>`,
      ),
    '/redirect': (_request, response) => response.writeHead(302, { location: other }).end(),
    '/secret': (_request, response) =>
      response.writeHead(401, { 'www-authenticate': 'Basic realm="CRM"' }).end(),
    '/file': (_request, response) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename="x.bin"' }).end('x'),
    '/report': (request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => {
        reports.push(reportSchema.parse(JSON.parse(body)));
        response.writeHead(204).end();
      });
    },
  });
  return {
    url: site.url,
    leaks: () => reports.filter(([, kind]) => kind === 'leak'),
    has: (id: string, kind: 'begun' | 'done') =>
      reports.some(([one, what]) => one === id && what === kind),
  };
}

function idOf(request: IncomingMessage): string {
  const { searchParams } = new URL(request.url ?? '', 'http://site');
  return searchParams.get('id') ?? searchParams.get('call') ?? '';
}
