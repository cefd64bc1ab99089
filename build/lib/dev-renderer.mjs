/** The renderer while somebody works on it: Vite's server on loopback, with React's fast refresh. */
import { createServer as createListener } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { root, say } from './paths.mjs';

const host = '127.0.0.1';
/** Where dependencies really lie, also in a checkout that uses those of another folder. */
const dependencies = path.resolve(fileURLToPath(import.meta.resolve('vite')), '../../../..');

/** @returns {Promise<{url: string, reload: () => void, stop: () => Promise<void>}>} */
export async function startRenderer() {
  const port = await freePort();
  const server = await createServer({
    configFile: path.join(root, 'build/vite.renderer.js'),
    appType: 'mpa',
    cacheDir: path.join(root, '.cache/vite'),
    logLevel: 'info',
    clearScreen: false,
    plugins: [noInlineScripts],
    server: {
      host,
      port,
      strictPort: true,
      // The page has the app's own origin, so it has to be told where its socket leads.
      ws: { protocol: 'ws', host, clientPort: port },
      fs: { allow: [root, dependencies] },
    },
  });
  await server.listen();
  return {
    url: `http://${host}:${port}`,
    /** Reloads our pages, and with a page its preload. */
    reload() {
      say('the preload changed: loading the pages again ...');
      server.ws.send({ type: 'full-reload' });
    },
    stop: () => server.close(),
  };
}

/** React's preamble comes as a file: the page's policy then needs no exception for scripts inside of HTML. */
const noInlineScripts = {
  name: 'no-inline-scripts',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(
        /<script type="module">[^<]*injectIntoGlobalHook[^<]*<\/script>/,
        '<script type="module" src="/@id/@vitejs/plugin-react/preamble"></script>',
      ),
  },
};

function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createListener();
    listener.once('error', reject);
    listener.listen(0, host, () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}
