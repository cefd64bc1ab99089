/** Builds dist/gateway/, to be run by `node dist/gateway/gateway.cjs`. */
import { bundleGateway } from './gateway-bundle.mjs';

await bundleGateway();
