/** `npm run icons`: the app's icons for Linux (PNG), Windows (ICO) and macOS (ICNS), drawn from `icons/icon.svg`. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pngToIco from 'png-to-ico';
import { root } from './lib/paths.mjs';

const folder = path.join(root, 'build/icons');

/** What Windows asks for, from the title bar to the largest view of a folder. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256];

/** Chunks of Apple's format that hold a PNG: type and width in pixels. */
const icnsChunks = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** @returns the files of `build/icons`, by name */
export async function drawIcons() {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
  const png = (width) =>
    Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
  return {
    'icon.png': png(512),
    'icon.ico': await pngToIco(icoSizes.map(png)),
    'icon.icns': icns(icnsChunks.map(([type, width]) => [type, png(width)])),
  };
}

/** A file is a list of chunks: type, length with this head, data. */
function icns(chunks) {
  const body = chunks.map(([type, data]) => Buffer.concat([head(type, data.length), data]));
  const all = Buffer.concat(body);
  return Buffer.concat([head('icns', all.length), all]);
}

function head(type, length) {
  const bytes = Buffer.alloc(8);
  bytes.write(type, 'latin1');
  bytes.writeUInt32BE(length + 8, 4);
  return bytes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, bytes] of Object.entries(await drawIcons())) {
    writeFileSync(path.join(folder, name), bytes);
  }
}
