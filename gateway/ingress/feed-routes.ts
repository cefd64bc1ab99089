import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorText } from '../../shared/error-text.ts';
import { defaultPerSecond } from '../config/feed-config.ts';
import type { Metrics } from '../metrics.ts';
import {
  credentialCheck,
  headerText,
  nobodysCheck,
  type CredentialCheck,
} from './check-credentials.ts';
import type { FeedIntake } from './feed-intake.ts';
import { readMessage, TooManyFields, type FeedMessage } from './feed-message.ts';
import { challengeAnswer, echoedHeader } from './validate-address.ts';

/** What a feed answers besides that it has the events. */
export type AnswerFor = (intake: FeedIntake, events: Answered) => Promise<FeedAnswer | undefined>;
export type Answered = Awaited<ReturnType<FeedIntake['take']>>['events'];
export interface FeedAnswer {
  readonly contentType: string;
  readonly body: string;
}

interface Deps {
  readonly intakes: ReadonlyMap<string, FeedIntake>;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly answerFor: AnswerFor;
}

const paramsSchema = z.object({ feed: z.string().default(''), secret: z.string().default('') });

/** The addresses of the feeds: `/in/FEED` and `/in/FEED/SECRET`. */
export async function addFeedRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    timeWindow: 1_000,
    cache: 10_000,
    keyGenerator: (request) =>
      `${request.ip} ${deps.intakes.has(feedName(request)) ? feedName(request) : ''}`,
    max: (request) => deps.intakes.get(feedName(request))?.feed.perSecond ?? defaultPerSecond,
  });
  const handler = new FeedRequests(deps);
  for (const url of ['/in/:feed', '/in/:feed/:secret']) {
    app.route({
      url,
      method: ['GET', 'POST', 'PUT'],
      onRequest: [app.rateLimit(), handler.checkCaller.bind(handler)],
      handler: handler.take.bind(handler),
      onResponse: handler.tell.bind(handler),
      bodyLimit: Math.max(1_024, ...[...deps.intakes.values()].map(({ feed }) => feed.maxBytes)),
    });
  }
}

const feedName = (request: FastifyRequest): string => paramsSchema.parse(request.params).feed;

class FeedRequests {
  private readonly checks: ReadonlyMap<string, CredentialCheck>;
  private readonly nobodys = nobodysCheck();

  public constructor(private readonly deps: Deps) {
    this.checks = new Map(
      [...deps.intakes].map(([name, { feed }]) => [name, credentialCheck(feed)]),
    );
  }

  /** Who brings a signature is judged with the body, at every feed: else the time would tell which feeds are signed. */
  public async checkCaller(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const isSigned = headerText(request.headers, 'webhook-id') !== '';
    if (!isSigned && !this.mayCall(request)) await refuse(reply);
  }

  public async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const intake = this.deps.intakes.get(feedName(request));
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const at = this.deps.now();
    const mayCall = this.mayCall(request);
    if (intake === undefined || !mayCall || !this.mayBody(intake, request, body, at)) {
      return refuse(reply);
    }
    if (body.length > intake.feed.maxBytes) return problem(reply, 413, ['The body is too large.']);
    const { validation } = intake.feed;
    const echoed = echoedHeader(validation, request.headers);
    if (echoed !== undefined) void reply.header(echoed.name, echoed.value);
    if (echoed !== undefined && body.length === 0) return reply.send({});
    let message: FeedMessage;
    try {
      message = await readMessage(request.url, request.headers, body);
    } catch (error) {
      if (error instanceof TooManyFields) return problem(reply, 413, ['Too many fields.']);
      return problem(reply, 422, [errorText(error)]);
    }
    const challenged = challengeAnswer(validation, message);
    if (challenged !== undefined) return reply.send(challenged);
    return this.accept(intake, { request, reply, message, body, at });
  }

  /** A line of each request, without its address: that can hold a secret. */
  public tell(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const name = feedName(request);
    const feed = this.checks.has(name) ? name : '?';
    const { statusCode: status, elapsedTime } = reply;
    this.deps.metrics.requests.inc({ feed, status });
    request.log.info({ feed, status, ms: Math.round(elapsedTime) }, 'request');
    done();
  }

  private mayCall(request: FastifyRequest): boolean {
    const { feed, secret } = paramsSchema.parse(request.params);
    const check = this.checks.get(feed) ?? this.nobodys;
    return check.caller({ address: request.ip, pathSecret: secret, headers: request.headers });
  }

  private mayBody(intake: FeedIntake, request: FastifyRequest, body: Buffer, at: number): boolean {
    return this.checks.get(intake.feed.name)?.body(request.headers, body, at) === true;
  }

  private async accept(
    intake: FeedIntake,
    {
      request,
      reply,
      message,
      body,
      at,
    }: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly message: FeedMessage;
      readonly body: Buffer;
      readonly at: number;
    },
  ): Promise<FastifyReply> {
    const isSigned = intake.feed.authentication.type === 'signature';
    const webhookId = isSigned ? headerText(request.headers, 'webhook-id') : undefined;
    let taken: Awaited<ReturnType<FeedIntake['take']>>;
    try {
      taken = await intake.take(message, body, webhookId, at);
    } catch (error) {
      request.log.error({ feed: intake.feed.name, problem: errorText(error) }, 'not kept');
      return problem(reply.header('retry-after', '5'), 503, ['The events could not be stored.']);
    }
    const { events, kept, problems } = taken;
    if (events.length === 0 && problems.length > 0) return problem(reply, 422, problems);
    this.deps.metrics.acknowledged.observe((this.deps.now() - at) / 1000);
    const answer = await this.deps.answerFor(intake, events);
    if (answer !== undefined) return reply.type(answer.contentType).send(answer.body);
    const duplicates = kept.filter(({ outcome }) => outcome === 'duplicate').length;
    return reply.send({ events: kept.length - duplicates, duplicates, problems });
  }
}

/** One answer for a wrong secret, a wrong network and a feed that does not exist. */
const refuse = (reply: FastifyReply): FastifyReply =>
  problem(reply.header('www-authenticate', 'Basic realm="feed"'), 401, [
    'Unknown feed or wrong credentials.',
  ]);

const problem = (reply: FastifyReply, status: number, problems: readonly string[]): FastifyReply =>
  reply.code(status).send({ problems });
