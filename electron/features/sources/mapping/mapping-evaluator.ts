import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { jsonValueSchema, type JsonValue } from '../../../../shared/json/json-value.ts';
import { fail, type Result } from '../../../../shared/result.ts';
import type { Clock } from '../../../platform/clock.ts';
import { errorText } from '../../../platform/logging/log.ts';
import type { MappingRequest } from './evaluate-mapping.ts';
import { message, messageSchema } from '../../../../shared/text/message.ts';

/** Milliseconds one payload may take: a mapping takes one or two. */
const timeLimit = 1_000;
/** Megabytes: a payload has one at most. */
const memoryLimit = 96;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: jsonValueSchema }),
  z.object({
    ok: z.literal(false),
    problem: z.object({ path: z.string(), message: messageSchema }),
  }),
]);

type Outcome = Result<JsonValue> | 'too slow';

const tooLong = (outcome: Outcome): Result<JsonValue> =>
  outcome === 'too slow'
    ? fail(message('problem.mapping.tooSlow', { seconds: timeLimit / 1000 }))
    : outcome;

interface Current {
  readonly worker: Worker;
  readonly settle: (result: Outcome) => void;
}

/** Evaluates mappings in a worker of its own, in the order asked, each within the time limit. */
export class MappingEvaluator {
  private worker: Promise<Worker> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private current: Current | undefined;

  public constructor(
    private readonly workerFile: string,
    private readonly clock: Clock,
  ) {}

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
    if (this.stopped) return fail(message('problem.source.stopped'));
    const first = await this.tryOnce(request);
    // The time is that of the wall: a computer that stood still (sleep, a full disk) takes it too.
    return first === 'too slow' ? tooLong(await this.tryOnce(request)) : first;
  }

  private async tryOnce(request: MappingRequest): Promise<Outcome> {
    try {
      this.worker ??= this.startWorker();
      return await this.ask(await this.worker, request);
    } catch (error) {
      this.drop();
      return fail(message('problem.mapping.notRun', { reason: errorText(error) }));
    }
  }

  /** Resolves when it is ready: the time begins then, as starting is not the mapping's fault. */
  private startWorker(): Promise<Worker> {
    const worker = new Worker(this.workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    });
    worker.unref();
    return new Promise((resolve, reject) => {
      worker.once('message', () => {
        // One set of listeners for its whole life: they hand everything to the latest caller.
        worker.on('message', (answer: unknown) => this.finish(answerSchema.parse(answer)));
        resolve(worker);
      });
      worker.on('error', (error) => {
        reject(new Error(errorText(error)));
        this.giveUp(worker, fail(message('problem.mapping.failed', { reason: errorText(error) })));
      });
      worker.on('exit', () => this.giveUp(worker, fail(message('problem.mapping.noResult'))));
    });
  }

  private ask(worker: Worker, request: MappingRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(timeLimit, () => this.giveUp(worker, 'too slow'));
      this.current = {
        worker,
        settle(result) {
          cancel();
          resolve(result);
        },
      };
      worker.postMessage(request);
    });
  }

  private finish(result: Outcome): void {
    const { current } = this;
    this.current = undefined;
    current?.settle(result);
  }

  /** A worker that was dropped ends later: what it was asked is answered by then. */
  private giveUp(worker: Worker, outcome: Outcome): void {
    if (this.current?.worker !== worker) return;
    this.drop();
    this.finish(outcome);
  }

  private drop(): void {
    const worker = this.worker;
    this.worker = undefined;
    worker
      ?.then((running) => running.terminate())
      .catch(() => {
        // It never started.
      });
  }
}
