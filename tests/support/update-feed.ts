import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from './until.ts';

interface Offer {
  readonly version: string;
  readonly file: string;
  /** Per cent of the computers; all where it is left out. */
  readonly stagingPercentage?: number;
  /** In the place of the real one. */
  readonly sha512?: string;
  /** Size of the map at the file's end; without it the whole file is fetched. */
  readonly blockMapSize?: number;
}

/** A web server with the folder of newer versions, as any that answers ranges. */
export async function startUpdateFeed(port: number) {
  let offer: Offer | undefined;
  let held: ServerResponse[] | undefined;
  const counted = { looks: 0, bytes: 0, requests: 0 };
  const server = createServer((request, response) => {
    if (offer === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (request.url?.startsWith('/latest-linux') === true) {
      counted.looks += 1;
      response.end(JSON.stringify(feedOf(offer)));
      return;
    }
    counted.requests += 1;
    if (held === undefined) send(offer.file, request.headers.range, response, counted);
    else held.push(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    counted,
    offer: (next: Offer) => (offer = next),
    /** Answers no request for a file until it is asked to. */
    hold: () => (held = []),
    go: () => (held = undefined),
    looked: (count: number) =>
      until(() => counted.looks >= count || undefined, `look ${count} at the feed`),
  };
}

function feedOf({ file, version, blockMapSize, ...offer }: Offer) {
  const name = path.basename(file);
  const sha512 = offer.sha512 ?? createHash('sha512').update(readFileSync(file)).digest('base64');
  const { size } = statSync(file);
  return {
    version,
    files: [{ url: name, sha512, size, ...(blockMapSize && { blockMapSize }) }],
    path: name,
    sha512,
    stagingPercentage: offer.stagingPercentage,
  };
}

/** A file whole, or the one part of it that is asked for: several at once are answered with the whole, as object stores do. */
function send(
  file: string,
  range: string | undefined,
  response: ServerResponse,
  counted: { bytes: number },
): void {
  const { size } = statSync(file);
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  if (asked === null) {
    counted.bytes += size;
    response.writeHead(200, { 'content-length': size });
    createReadStream(file).pipe(response);
    return;
  }
  const [start, end] = [Number(asked[1]), Number(asked[2])];
  counted.bytes += end - start + 1;
  response.writeHead(206, {
    'content-length': end - start + 1,
    'content-range': `bytes ${start}-${end}/${size}`,
  });
  createReadStream(file, { start, end }).pipe(response);
}
