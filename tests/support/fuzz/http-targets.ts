import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleGateway } from '../../../build/lib/gateway-bundle.mjs';
import { root } from '../../../build/lib/paths.mjs';
import { HttpTransport } from '../../../electron/features/sources/http/http-transport.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { gatewayConfigSchema } from '../../../gateway/config/gateway-config.ts';
import { startGateway } from '../../../gateway/start-gateway.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { testListeners } from '../http-listeners.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { requestBytes, secret, signIn, type HttpAddress } from './request-bytes.ts';
import { watchedSource } from './watched-source.ts';

/** A server that answers only who knows the secret. */
interface HttpPlace {
  readonly port: number;
  /** @throws where something went wrong that the answer does not tell */
  readonly check: () => void;
  readonly stop: () => Promise<void>;
}

const feedNames = Object.keys(dialects);
const addresses: Readonly<Record<'http' | 'gateway', readonly HttpAddress[]>> = {
  http: [{ target: `/${secret}/ring?call_id=1`, needs: [`/${secret}`] }],
  gateway: [
    ...feedNames.map((name) => ({
      target: `/in/${name}/${secret}?call_id=1&topic=ring`,
      needs: [`/in/${name}/${secret}`],
    })),
    { target: '/in/basic?a=1', needs: ['/in/basic', signIn.basic] },
    { target: '/in/header', needs: ['/in/header', `X-Token: ${secret}`] },
    { target: '/in/signed', needs: undefined },
    { target: '/in/gone', needs: undefined },
    { target: '/desk/enrol', needs: undefined },
    { target: '/desk?lastEventId=1', needs: undefined },
  ],
};

/** The address of a source on this computer, with a source behind it that reads by every dialect. */
async function sourceAddress(): Promise<HttpPlace> {
  const settings = { secret, token: undefined, port: undefined, interface: undefined };
  const deps = { listeners: testListeners(), clock: systemClock, random: () => 0.5 };
  const source = watchedSource(
    (handlers) => new HttpTransport({ ...settings, eventLinks: false }, deps, handlers),
  );
  await source.connected();
  return {
    port: source.place()?.port ?? 0,
    check: () => source.check(),
    stop() {
      source.stop();
      return Promise.resolve();
    },
  };
}

/** The whole gateway with its database, and a feed of each dialect and each kind of credentials. */
async function gatewayAddress(folder: string): Promise<HttpPlace> {
  const built = path.join(root, '.cache', path.basename(folder));
  await bundleGateway(built);
  const authentication = { type: 'path', secret };
  const gateway = await startGateway({
    config: gatewayConfigSchema.parse({
      listen: { port: 0 },
      data: folder,
      feeds: [
        ...feedNames.map((name) => ({ name, dialect: name, authentication })),
        { name: 'basic', authentication: { type: 'basic', user: 'pbx', password: secret } },
        { name: 'header', authentication: { type: 'header', name: 'X-Token', secret } },
        { name: 'signed', authentication: { type: 'signature', secret: signIn.signing } },
      ].map((feed) => ({ dialect: 'cloudevents', perSecond: 100_000, ...feed })),
    }),
    workers: built,
    isSilent: true,
  });
  return {
    port: gateway.port,
    check: () => undefined,
    async stop() {
      await gateway.stop();
      rmSync(built, { recursive: true, force: true });
    },
  };
}

/** @returns the status of the first answer; 0 where the server hung up */
function statusOf(port: number, bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
    // With the end of what is sent: a body that was announced and does not come is not waited for.
    socket.end(bytes);
  });
}

function overHttp(
  name: 'http' | 'gateway',
  open: (folder: string) => Promise<HttpPlace>,
): FuzzTarget {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-fuzz-'));
  let place: HttpPlace | undefined;
  return {
    name,
    async begin() {
      place = await open(folder);
    },
    async run(dice) {
      const port = place?.port ?? 0;
      const { bytes, isKnown } = requestBytes(addresses[name], port, dice);
      const status = await statusOf(port, bytes);
      if (status >= 500) throw new Error(`answered ${status}`);
      place?.check();
      return status === 101 || (status === 200 && !isKnown);
    },
    async end() {
      await place?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Requests as bytes, to a source's address on this computer and to the addresses of the gateway. */
export const httpTargets = (): readonly FuzzTarget[] => [
  overHttp('http', sourceAddress),
  overHttp('gateway', gatewayAddress),
];
