import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseAs } from '../../shared/json/parse-as.ts';
import { bodyText } from '../ingress/body-text.ts';
import type { Store } from '../store/store.ts';
import { codeHash, tokenHash } from './credentials.ts';

const requestSchema = z.object({
  code: z.string().min(1).max(100),
  /** Made by the desk, so that an answer that gets lost costs no code. */
  token: z.string().regex(/^[A-Za-z0-9_-]{43,200}$/),
});

/** Where a desk exchanges its code for the right to connect. */
export function addEnrolRoute(app: FastifyInstance, store: Store, now: () => number): void {
  app.post(
    '/desk/enrol',
    { bodyLimit: 2_048, config: { rateLimit: { max: 20, timeWindow: 1_000 } } },
    async (request, reply) => {
      const given = parseAs(bodyText(request), requestSchema);
      if (given === undefined) return reply.code(400).send({ problems: ['Send code and token.'] });
      const { code, token } = given;
      const desk = await store.enrol(codeHash(code), tokenHash(token), randomUUID(), now());
      if (desk === undefined) {
        return reply.code(401).send({ problems: ['Unknown, expired or used enrolment code.'] });
      }
      request.log.info({ desk: desk.id, agent: desk.agent }, 'desk enrolled');
      return reply.send({ desk: desk.id, agent: desk.agent });
    },
  );
}
