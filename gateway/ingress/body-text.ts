import type { FastifyRequest } from 'fastify';

/** The body as text; empty where there is none. */
export const bodyText = ({ body }: FastifyRequest): string =>
  Buffer.isBuffer(body) ? body.toString('utf8') : '';
