import { onTestFinished } from 'vitest';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import type { SigningKey } from '../../shared/config/signed-config.ts';
import { newSigningKey, signedConfig } from './shared-config.ts';

/** The web server that a policy names, with the one configuration that it has now. */
export async function startSharedConfig() {
  const key = newSigningKey();
  let text = '';
  let revision = 0;
  const served: number[] = [];
  const { server, port } = await listenOnLoopback((_request, response) => {
    served.push(revision);
    response.end(text);
  });
  let isGone = false;
  const stop = async (): Promise<void> => {
    if (!isGone) await closeServer(server);
    isGone = true;
  };
  onTestFinished(stop);
  return {
    /** As a policy has it. */
    remote: {
      url: `http://127.0.0.1:${port}/ringcue.jws?key=hidden`,
      publicKeys: [key.x],
      everyMinutes: 1,
    },
    async publish(next: number, content: object, by: SigningKey = key): Promise<void> {
      text = await signedConfig(by, next, content);
      revision = next;
    },
    hasServed: (one: number): boolean => served.includes(one),
    stop,
  };
}
