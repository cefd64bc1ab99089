import type { GatewayConfig } from '../config/gateway-config.ts';
import { startGateway } from '../start-gateway.ts';

/** Runs until SIGTERM or SIGINT. */
export async function serve(config: GatewayConfig, workers: string): Promise<number> {
  const gateway = await startGateway({ config, workers });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await gateway.stop();
  return 0;
}
