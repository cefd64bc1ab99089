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
  let other = '';
  const attackPage = (request: IncomingMessage, response: ServerResponse): void => {
    const id = idOf(request);
    const found = combinations.find((one) => one.id === id);
    if (found !== undefined) page(response, hostilePage(id, found.attack, other));
    else response.writeHead(404).end();
  };
  const routes = {
    '/call': (request: IncomingMessage, response: ServerResponse) => {
      const id = idOf(request);
      const place = combinations.find((one) => one.id === id)?.place;
      const frame = `<h1>CRM</h1><iframe src="${place === 'frame' ? '' : other}/attack?id=${id}">`;
      if (place === 'page') attackPage(request, response);
      else page(response, `${frame}</iframe>`);
    },
    '/attack': attackPage,
    '/noise': (_request: IncomingMessage, response: ServerResponse) => page(response, noise),
    '/plain': (_request: IncomingMessage, response: ServerResponse) =>
      page(response, '<h1>Plain</h1>'),
    '/grow': (_request: IncomingMessage, response: ServerResponse) =>
      page(
        response,
        `<script>for (let i = 0; i < 5; i += 1) open('/grow?' + Math.random())</script>`,
      ),
    '/redirect': (_request: IncomingMessage, response: ServerResponse) =>
      response.writeHead(302, { location: other }).end(),
    '/secret': (_request: IncomingMessage, response: ServerResponse) =>
      response.writeHead(401, { 'www-authenticate': 'Basic realm="CRM"' }).end(),
    '/file': (_request: IncomingMessage, response: ServerResponse) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename="x.bin"' }).end('x'),
    '/report': (request: IncomingMessage, response: ServerResponse) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => {
        reports.push(reportSchema.parse(JSON.parse(body)));
        response.writeHead(204).end();
      });
    },
  };
  const site = await startCrm(routes);
  const second = await startCrm(routes);
  // By another name it is another site, and its frames get a process of their own.
  other = second.origin.replace('127.0.0.1', 'localhost');
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
