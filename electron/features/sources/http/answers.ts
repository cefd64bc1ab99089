import type { HttpAnswer } from '../../../platform/ports/http-listener.ts';

/**
 * With every answer. No CORS headers: no page may read an answer. None is cached, none sends its address on as a
 * Referer, none may load anything.
 */
const guarded: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const empty = (status: number): HttpAnswer => ({ status, headers: guarded, text: '' });

/** For whoever does not know an address, always the same: wrong path, wrong token, another Host, any method. */
export const notFound = empty(404);
export const taken = empty(200);
/** From here on the caller knows the address, and may learn what was wrong. */
export const wrongMethod: HttpAnswer = { ...notFound, status: 405, headers: withAllow() };
export const tooLarge = empty(413);
export const unknownBody = empty(415);
export const notNow = empty(503);

function withAllow(): HttpAnswer['headers'] {
  return { ...guarded, allow: 'GET, POST' };
}

/** What a browser shows that opened the address: that the tab can go, and nothing of the call. */
export const closePage = (language: string, text: string): HttpAnswer => ({
  status: 200,
  headers: { ...guarded, 'content-type': 'text/html; charset=utf-8' },
  text: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Ringcue</title><link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0 }
  p { max-width: 28rem; padding: 1rem; text-align: center }
</style></head><body><main><p>${text}</p></main></body></html>
`,
});
