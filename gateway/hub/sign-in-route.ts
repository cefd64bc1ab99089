import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseAs } from '../../shared/json/parse-as.ts';
import { bodyText } from '../ingress/body-text.ts';
import type { SignInConfig } from '../config/sign-in-config.ts';
import type { SignInOffer } from '../../shared/model/sign-in-offer.ts';
import type { Directory } from '../routing/agent-directory.ts';
import type { Store } from '../store/store.ts';
import { CompanySignIn } from './company-sign-in.ts';
import { tokenHash } from './credentials.ts';

const minute = 60_000;
/** Bytes: tokens that list groups are long. */
const maxBody = 32_768;
const requestSchema = z.object({ token: z.string().min(1).max(maxBody) });

const refusals = {
  'wrong token': [401, 'The token is not one of the issuer’s for this gateway, or has expired.'],
  'no agent': [403, 'The token names no agent of this gateway.'],
  'no issuer': [503, 'The issuer does not answer.'],
} as const;

interface Deps {
  readonly config: SignInConfig;
  readonly directory: Directory;
  readonly store: Store;
  readonly now: () => number;
}

/** Where a desk exchanges the company's token for a short-lived one of the gateway. */
export function addSignInRoute(app: FastifyInstance, deps: Deps): void {
  const { config, directory, store, now } = deps;
  const company = new CompanySignIn(config, directory);
  addOffer(app, config);
  app.post(
    '/desk/sign-in',
    { bodyLimit: maxBody, config: { rateLimit: { max: 20, timeWindow: 1_000 } } },
    async (request, reply) => {
      const given = parseAs(bodyText(request), requestSchema);
      if (given === undefined) return reply.code(400).send({ problems: ['Send a token.'] });
      const signedIn = await company.agentOf(given.token);
      if (!signedIn.ok) {
        const { reason, problem } = signedIn;
        const [status, said] = refusals[reason];
        request.log.warn({ reason, problem }, 'desk not signed in');
        return reply.code(status).send({ problems: [said] });
      }
      const token = randomBytes(32).toString('base64url');
      const [id, expires] = [randomUUID(), now() + config.tokenMinutes * minute];
      const { agent } = signedIn;
      await store.signIn({ id, agent, token: tokenHash(token), since: now(), expires });
      request.log.info({ desk: id, agent }, 'desk signed in');
      return reply.send({ token, expiresIn: config.tokenMinutes * 60, agent });
    },
  );
}

/** Tells a desk where its agent signs in. All of it is public: a sign-in page shows as much. */
function addOffer(app: FastifyInstance, { issuer, audience, browser }: SignInConfig): void {
  if (browser === undefined) return;
  const offer: SignInOffer = { issuer, clientId: audience, ...browser };
  app.get('/desk/sign-in', (_request, reply) =>
    reply.header('cache-control', 'no-store').send(offer),
  );
}
