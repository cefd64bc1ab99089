import { fastify, LogController, type FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { inNetworks } from '../config/network-list.ts';
import type { Metrics } from '../metrics.ts';

interface StatusDeps {
  readonly metricsNetworks: readonly string[];
  readonly metrics: Metrics;
  /** Rejects where the gateway cannot take events. */
  readonly isWell: () => Promise<unknown>;
}

/** Milliseconds between looks for requests that take too long. */
const checkEvery = 500;
const longestSecret = 1_100;

/** The HTTP server. Bodies are bytes, errors are one sentence. */
export function createServer(listen: GatewayConfig['listen'], isSilent: boolean): FastifyInstance {
  const app: FastifyInstance = fastify({
    logger: { level: isSilent ? 'silent' : 'info' },
    // Addresses hold secrets: we write our own line of each request.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: listen.trustedProxies.length === 0 ? false : inNetworks(listen.trustedProxies),
    requestTimeout: listen.bodySeconds * 1000,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: longestSecret },
    ...transportOf(listen),
  });
  app.removeAllContentTypeParsers();
  // Signatures are over the bytes, so these are what every feed gets first.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ problems: ['Not found.'] }));
  addErrors(app);
  endConnectionsOnStop(app);
  return app;
}

/** A request that is answered while the gateway stops would keep its connection, and the gateway, for all of keepAliveTimeout. */
function endConnectionsOnStop(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done();
  });
}

/** Node looks for slow requests only where the headers may not take longer than the whole. */
function transportOf({ tls, bodySeconds }: GatewayConfig['listen']) {
  const timing = {
    connectionsCheckingInterval: checkEvery,
    headersTimeout: bodySeconds * 1000,
    requestTimeout: bodySeconds * 1000,
  };
  return tls === undefined
    ? { http: timing }
    : { https: { ...timing, cert: tls.certificate, key: tls.key } };
}

function addErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { statusCode = 500, message } = statusSchema.catch({}).parse(error);
    if (statusCode < 500) return reply.code(statusCode).send({ problems: [message ?? 'Refused.'] });
    request.log.error({ problem: message }, 'request failed');
    return reply.code(500).send({ problems: ['Internal error.'] });
  });
}

const statusSchema = z.object({
  statusCode: z.number().optional(),
  message: z.string().optional(),
});

/** /healthz for monitoring, /metrics for allowed networks. */
export function addStatus(
  app: FastifyInstance,
  { metrics, metricsNetworks, isWell }: StatusDeps,
): void {
  const mayRead = inNetworks(metricsNetworks);
  app.get('/healthz', async (request, reply) => {
    try {
      await isWell();
      return await reply.send({ status: 'ok' });
    } catch {
      request.log.error('not well');
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
  app.get('/metrics', async (request, reply) =>
    mayRead(request.ip)
      ? reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
      : reply.code(404).send({ problems: ['Not found.'] }),
  );
}
