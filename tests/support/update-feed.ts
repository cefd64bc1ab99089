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
  let way: 'whole' | 'nothing' | 'half' = 'whole';
  const counted = { looks: 0, bytes: 0, requests: 0, halves: 0, givenUp: 0 };
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
    response.once('close', () => {
      if (!response.writableFinished) counted.givenUp += 1;
    });
    const part = partOf(offer, request.headers.range);
    if (way === 'half' && !part.isMap) sendHalf(offer.file, part, response, counted);
    else if (way !== 'nothing') send(offer.file, part, response, counted);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    counted,
    offer: (next: Offer) => (offer = next),
    /** Answers no more requests for a file. */
    hold: () => (way = 'nothing'),
    /** Stands still in the middle of each body. */
    stall: () => (way = 'half'),
    go: () => (way = 'whole'),
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

interface Part {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  /** All of the file. */
  readonly isWhole: boolean;
  /** The map of the parts, at the file's end. */
  readonly isMap: boolean;
}

/** A file whole, or the one part of it that is asked for: several at once are answered with the whole, as object stores do. */
function partOf({ file, blockMapSize = 0 }: Offer, range: string | undefined): Part {
  const { size } = statSync(file);
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  if (asked === null) return { start: 0, end: size - 1, size, isWhole: true, isMap: false };
  const [start, end] = [Number(asked[1]), Number(asked[2])];
  // Four bytes behind it say how long it is.
  return { start, end, size, isWhole: false, isMap: start >= size - blockMapSize - 4 };
}

function writeHead({ start, end, size, isWhole }: Part, response: ServerResponse): void {
  response.writeHead(isWhole ? 200 : 206, {
    'content-length': end - start + 1,
    ...(!isWhole && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
}

function send(
  file: string,
  part: Part,
  response: ServerResponse,
  counted: { bytes: number },
): void {
  const { start, end } = part;
  counted.bytes += end - start + 1;
  writeHead(part, response);
  createReadStream(file, { start, end }).pipe(response);
}

function sendHalf(
  file: string,
  part: Part,
  response: ServerResponse,
  counted: { halves: number },
): void {
  const { start, end } = part;
  writeHead(part, response);
  const half = createReadStream(file, { start, end: start + Math.floor((end - start) / 2) });
  half.once('end', () => (counted.halves += 1));
  half.pipe(response, { end: false });
}
