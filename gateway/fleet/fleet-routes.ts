import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import type { FleetConfig } from '../config/fleet-config.ts';
import { bodyText } from '../ingress/body-text.ts';
import { sameSecret } from '../ingress/same-secret.ts';
import { DeskCounts } from './desk-counts.ts';
import { SharedFile } from './shared-file.ts';

const reportSchema = z.object({
  'ringcue-desk': z.string().regex(/^[\w-]{1,64}$/),
  'ringcue-revision': z.coerce.number().int().min(1),
});
const config = { rateLimit: { max: 200, timeWindow: 1_000 } };
const refusal = { problems: ['Wrong token.'] };

interface Deps {
  readonly fleet: FleetConfig;
  /** Where the signed configuration is kept. */
  readonly folder: string;
  readonly now: () => number;
}

/** Where desks get the configuration of their company, an administrator's desk puts it, and desks are counted. */
export async function addFleetRoutes(
  app: FastifyInstance,
  { fleet, folder, now }: Deps,
): Promise<void> {
  const file = new SharedFile(folder, fleet.publicKeys);
  const counts = new DeskCounts(now);
  const { publishToken, readToken = '' } = fleet;
  await file.load();
  app.get('/fleet/configuration', { config }, (request, reply) => {
    // An administrator's desk asks with its own token which revision is the newest.
    if (readToken !== '' && !hasToken(request, readToken) && !hasToken(request, publishToken)) {
      return reply.code(401).send(refusal);
    }
    const report = reportSchema.safeParse(request.headers);
    if (report.success) counts.heard(report.data['ringcue-desk'], report.data['ringcue-revision']);
    const shared = file.current();
    if (shared === undefined) return reply.code(404).send({ problems: ['Nothing published yet.'] });
    void reply.header('etag', shared.etag);
    return request.headers['if-none-match'] === shared.etag
      ? reply.code(304).send()
      : reply.type('application/jose').send(shared.jws);
  });
  app.put(
    '/fleet/configuration',
    // The token comes first: the gateway does not gather megabytes for a stranger.
    { config, bodyLimit: limits.sharedConfigBytes, onRequest: refuseWithout(publishToken) },
    async (request, reply) => {
      const taken = await file.replace(bodyText(request));
      if (!taken.ok) return reply.code(taken.status).send({ problems: [taken.problem] });
      request.log.info({ revision: file.current()?.revision }, 'configuration published');
      return reply.code(204).send();
    },
  );
  app.get('/fleet/desks', { config, onRequest: refuseWithout(publishToken) }, (_request, reply) =>
    reply.send({ revisions: counts.all() }),
  );
}

const refuseWithout =
  (token: string) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!hasToken(request, token)) await reply.code(401).send(refusal);
  };

const hasToken = ({ headers }: FastifyRequest, token: string): boolean =>
  sameSecret(headers.authorization ?? '', `Bearer ${token}`);
