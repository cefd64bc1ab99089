import { z } from 'zod';
import { errorText } from '../error-text.ts';
import { jsonValueSchema, type JsonValue } from '../json/json-value.ts';
import { fail, type Result } from '../result.ts';
import { message, messageSchema } from '../text/message.ts';
import type { MappingRequest } from './evaluate-mapping.ts';
import { mappingLimits } from './mapping-limits.ts';
import type { MappingProcess, StartMappingProcess } from './mapping-process.ts';

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: jsonValueSchema }),
  z.object({
    ok: z.literal(false),
    problem: z.object({ path: z.string(), message: messageSchema }),
  }),
]);

/** Of one attempt: an answer, or why the process had to go. */
type Outcome = Result<JsonValue> | 'too slow' | 'ended';

interface Timer {
  /** Runs once after `ms`; the returned function cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** A process together with the moment it is ready. */
interface Started {
  readonly ready: Promise<MappingProcess>;
  readonly end: () => void;
}

interface Current {
  readonly started: Started;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * Evaluates mappings in a process of its own, in the order asked, each within its limits of time and memory. A request that ended the
 * process twice is answered with a problem: whoever asked goes on with the next.
 */
export class MappingEvaluator {
  private running: Started | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private current: Current | undefined;

  public constructor(
    private readonly startProcess: StartMappingProcess,
    private readonly clock: Timer,
  ) {}

  /** Starts the process ahead of the first request: a call that rings must not wait for it. */
  public prepare(): void {
    if (!this.stopped) this.running ??= this.start();
  }

  public evaluate(request: MappingRequest): Promise<Result<JsonValue>> {
    const result = this.last.then(() => this.run(request));
    this.last = result;
    return result;
  }

  public stop(): void {
    this.stopped = true;
    this.drop();
    this.finish(fail(message('problem.source.stopped')));
  }

  private async run(request: MappingRequest): Promise<Result<JsonValue>> {
    const limit = mappingLimits.expressionCharacters;
    if (request.expression.length > limit)
      return fail(message('problem.mapping.tooLong', { limit }));
    const first = await this.tryOnce(request);
    // The time is that of the wall: a computer that stood still (sleep, a full disk) takes it too.
    const outcome = typeof first === 'string' ? await this.tryOnce(request) : first;
    if (outcome === 'ended') return fail(message('problem.mapping.ended'));
    if (outcome !== 'too slow') return outcome;
    return fail(message('problem.mapping.tooSlow', { seconds: mappingLimits.time / 1000 }));
  }

  private async tryOnce(request: MappingRequest): Promise<Outcome> {
    if (this.stopped) return fail(message('problem.source.stopped'));
    try {
      const started = (this.running ??= this.start());
      return await this.ask(started, await started.ready, request);
    } catch (error) {
      this.drop();
      return fail(message('problem.mapping.notRun', { reason: errorText(error) }));
    }
  }

  /** The time of a request begins when it is ready, as starting is not the mapping's fault. */
  private start(): Started {
    const { promise: ready, resolve, reject } = withResolvers<MappingProcess>();
    // Started ahead, nobody waits for it yet.
    ready.catch(() => undefined);
    let isReady = false;
    const started: Started = { ready, end: () => child.end() };
    const child = this.startProcess({
      message: (answer) => {
        if (isReady) this.answered(started, answer);
        isReady = true;
        resolve(child);
      },
      exited: (reason) => {
        reject(new Error(reason));
        if (this.running === started) this.running = undefined;
        if (this.current?.started === started) this.finish('ended');
      },
    });
    return started;
  }

  private ask(started: Started, child: MappingProcess, request: MappingRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(mappingLimits.time, () => {
        if (this.current?.started !== started) return;
        this.drop();
        this.finish('too slow');
      });
      this.current = {
        started,
        settle(outcome) {
          cancel();
          resolve(outcome);
        },
      };
      child.post(request);
    });
  }

  private answered(started: Started, answer: unknown): void {
    if (this.current?.started !== started) return;
    const parsed = answerSchema.safeParse(answer);
    this.finish(
      parsed.success
        ? parsed.data
        : fail(message('problem.mapping.notRun', { reason: 'its answer cannot be read' })),
    );
  }

  private finish(outcome: Outcome): void {
    const { current } = this;
    this.current = undefined;
    current?.settle(outcome);
  }

  private drop(): void {
    const { running } = this;
    this.running = undefined;
    running?.end();
  }
}

/** As `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((take, refuse) => {
    resolve = take;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
