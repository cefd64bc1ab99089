import { parentPort, workerData } from 'node:worker_threads';
import { gatewayConfigSchema } from '../../../gateway/config/gateway-config.ts';
import { codeHash, makeCode, tokenHash } from '../../../gateway/hub/credentials.ts';
import type { Directory } from '../../../gateway/routing/agent-directory.ts';
import { startGateway } from '../../../gateway/start-gateway.ts';
import { openRecords } from '../../../gateway/store/store-operations.ts';
import {
  gatewayDataSchema,
  stopMessage,
  type GatewayData,
  type GatewayMessage,
} from './demo-protocol.ts';

const desk = 'demo-desk';
/** Whoever the current agent is: every event of the demo is for this desk. */
const oneDesk: Directory = {
  get: (id) => (id === desk ? { id, queues: [] } : undefined),
  named: () => [desk],
  ofQueue: () => [],
};

/** The thread of the demo's gateway: the real one, with one feed and one desk. */
async function serve({ folder, workers, feed, feedSecret, deskToken }: GatewayData): Promise<void> {
  enrol(folder, deskToken);
  const tell = (message: GatewayMessage): void => parentPort?.postMessage(message);
  const gateway = await startGateway({
    config: gatewayConfigSchema.parse({
      listen: { port: 0 },
      data: folder,
      feeds: [
        {
          name: feed,
          dialect: 'call-center-studio',
          authentication: { type: 'path', secret: feedSecret },
          routes: [{ when: {}, to: { everybody: true } }],
        },
      ],
    }),
    workers,
    directory: oneDesk,
    isSilent: true,
    onDesk: () => tell({ type: 'desk connected' }),
  });
  parentPort?.on('message', (message: unknown) => {
    if (message === stopMessage) void gateway.stop().then(() => parentPort?.close());
  });
  tell({ type: 'listening', port: gateway.port });
}

function enrol(folder: string, token: string): void {
  const { desks, close } = openRecords(folder);
  const [code, now] = [codeHash(makeCode()), Date.now()];
  desks.addCode(code, desk, now + 1);
  desks.enrol(code, tokenHash(token), desk, now);
  close();
}

void serve(gatewayDataSchema.parse(workerData));
