import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root } from '../../build/lib/paths.mjs';
import { endWithTest } from './end-with-test.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

/** Of redirects and forms, so that a loop ends. */
const mostSteps = 15;

/** A company's real OpenID provider, in a process of its own. */
export async function startIssuer() {
  const port = await freePort();
  const file = path.join(root, 'tests/support/issuer-process.mjs');
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    let said = '';
    const started = spawn(process.execPath, [file, String(port)]);
    child = started;
    endWithTest(started);
    started.stdout.on('data', (data: Buffer) => (said += data.toString()));
    started.stderr.on('data', (data: Buffer) => (said += data.toString()));
    await until(() => {
      if (started.exitCode !== null) throw new Error(said);
      return said.includes('ready') ? true : undefined;
    }, 'the issuer');
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    /** Again, without what it knew. */
    start,
    async stop() {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill();
      await ended;
    },
  };
}

/** What a browser and a person do: follow, sign in, agree. @returns the page that is shown in the end */
export async function browse(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let request: { readonly url: string; readonly form?: Record<string, string> } = { url: address };
  for (let step = 0; step < mostSteps; step += 1) {
    const response = await visit(request.url, request.form, cookies);
    const location = response.headers.get('location');
    const page = await response.text();
    const form = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (location !== null) request = { url: new URL(location, request.url).href };
    else if (form !== undefined) {
      const prompt = page.includes('value="login"') ? 'login' : 'consent';
      const url = new URL(form, request.url).href;
      request = { url, form: { prompt, ...(prompt === 'login' && { login, password: 'x' }) } };
    } else return page;
  }
  throw new Error('the browser came to no end');
}

async function visit(
  url: string,
  form: Readonly<Record<string, string>> | undefined,
  cookies: Map<string, string>,
): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return response;
}
