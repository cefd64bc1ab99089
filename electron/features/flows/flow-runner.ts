import { matchCondition } from '../../../shared/matching/match-condition.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Flow, FlowStep } from '../../../shared/model/flow.ts';
import { callStageSchema, endStages, type Stage } from '../../../shared/model/stage.ts';
import type { ChoiceTrace } from '../../../shared/model/log-entry.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { message, type Message, verbatim } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';
import type { WebhookOccasion, WebhookService } from '../webhooks/index.ts';
import type { ContactChoices } from './contact-choices.ts';
import { lookUp, type AskStep } from './look-up.ts';
import type { FoundMatches } from './read-matches.ts';
import { takeMatch } from './take-match.ts';

/** What a flow runs for. */
interface FlowOccasion extends WebhookOccasion {
  /** When the event happened, in milliseconds since 1970: its conditions can ask for it. */
  readonly occurredAt: number;
}

interface Run {
  readonly flow: Flow;
  readonly occasion: FlowOccasion;
  readonly openPopup: (popupId: string, call: CallData) => void;
  vars: Record<string, string>;
  dropped: boolean;
  /** How many webhooks were sent or answered. */
  sent: number;
  /** A lookup failed, and the flow has steps for that. */
  tookBranch: boolean;
  /** What first went wrong; empty where nothing did. */
  problem: Message | null;
  /** Which customers were taken where a lookup asked for one, and who said so. */
  readonly choices: ChoiceTrace[];
}

/** What came of a flow's webhooks. */
export type FlowOutcome = Pick<Run, 'sent' | 'tookBranch' | 'problem' | 'choices'>;

/** Longer than any condition needs; an answer that is kept may go into an address (characters). */
const keptVariable = 10_000;

/** A note is of the call, but does not end with it. */
const isAfterwards = (stage: Stage): boolean => {
  const state = callStageSchema.safeParse(stage);
  return stage === 'noted' || (state.success && endStages.has(state.data));
};

/** Runs flows step by step. A step that fails is logged, and the flow continues: a call does not wait. */
export class FlowRunner {
  private readonly running = new Set<Run>();

  public constructor(
    private readonly log: Log,
    private readonly webhooks: Pick<WebhookService, 'send' | 'ask' | 'nameOf'>,
    private readonly choices: Pick<ContactChoices, 'ask'>,
  ) {}

  /** Resolves when the flow has ended. */
  public async run(
    flow: Flow,
    occasion: FlowOccasion,
    openPopup: Run['openPopup'],
  ): Promise<FlowOutcome> {
    const run: Run = {
      flow,
      occasion,
      openPopup,
      vars: {},
      dropped: false,
      sent: 0,
      tookBranch: false,
      problem: null,
      choices: [],
    };
    this.running.add(run);
    try {
      await this.steps(flow.steps, '', run);
      return run;
    } finally {
      this.running.delete(run);
    }
  }

  /** A call has ended: flows that are set so end with it. */
  public callEnded(callKey: string): void {
    for (const run of this.running) {
      const { callKey: own, stage } = run.occasion;
      // What the end itself has started is not ended by it.
      if (own !== callKey || isAfterwards(stage) || run.flow.whenCallEnds !== 'drop') continue;
      run.dropped = true;
    }
  }

  private async steps(steps: readonly FlowStep[], path: string, run: Run): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (run.dropped) {
        this.log.info('flow dropped', { flow: run.flow.id, step: `${path}/${index}` });
        return;
      }
      await this.step(step, `${path}/${index}`, run);
    }
  }

  private async step(step: FlowStep, path: string, run: Run): Promise<void> {
    const call = { ...run.occasion.call, vars: run.vars };
    const facts = { flow: run.flow.id, step: path, do: step.do };
    switch (step.do) {
      case 'popup':
        run.openPopup(step.popup, call);
        return;
      case 'send': {
        const sent = await this.webhooks
          .send(step.webhook, { ...run.occasion, call }, run.flow.id + path)
          .catch((error: unknown) => ({
            ok: false as const,
            problem: { path: '', message: verbatim(errorText(error)) },
          }));
        if (sent.ok) run.sent += 1;
        else this.failed(run, facts, sent.problem.message);
        return;
      }
      case 'ask':
        await this.ask(step, path, call, run);
        return;
      case 'if': {
        const moment = momentAt(run.occasion.occurredAt);
        const branch = matchCondition(step.when, { call, moment }) ? 'then' : 'else';
        this.log.info('flow condition', { ...facts, branch });
        await this.steps(step[branch], `${path}/${branch}`, run);
      }
    }
  }

  private failed(run: Run, facts: Readonly<Record<string, string>>, problem: Message): void {
    this.log.warn('flow step failed', { ...facts, problem: english(problem) });
    run.problem ??= problem;
  }

  /** Without a response the variable stays unset, and the flow continues, as Callvoip's does, unless it is set to stop. */
  private async ask(step: AskStep, path: string, call: CallData, run: Run): Promise<void> {
    const facts = { flow: run.flow.id, step: path, webhook: step.webhook };
    const occasion = { ...run.occasion, call };
    const found = await lookUp(step, run.flow.id + path, occasion, this.webhooks);
    if (!found.ok) {
      await this.lookupFailed(step, path, run, found.problem.message);
      return;
    }
    run.sent += 1;
    const { notes, status } = found.value;
    for (const note of notes) this.log.warn('flow response', { ...facts, note: english(note) });
    const value =
      'value' in found.value ? found.value.value : await this.take(step, found.value, run);
    this.log.info('flow answered', { ...facts, status, length: value.length });
    run.vars = { ...run.vars, [step.as]: value.slice(0, keptVariable) };
  }

  private async take({ answer }: AskStep, found: FoundMatches, run: Run): Promise<string> {
    if (answer.from !== 'matches') return '';
    const { value, trace } = await takeMatch(found, answer, this.choices, run.occasion.callKey);
    run.choices.push(trace);
    // A colleague has the call: a page would help no one at this desk.
    if (trace.by === 'elsewhere') run.dropped = true;
    return value;
  }

  /** Steps after it would take the caller for one whom the other system does not know: a flow can do others, or stop. */
  private async lookupFailed(
    step: AskStep,
    path: string,
    run: Run,
    problem: Message,
  ): Promise<void> {
    const facts = { flow: run.flow.id, step: path, webhook: step.webhook };
    const steps = step.ifFails ?? [];
    const hasBranch = steps.length > 0;
    this.failed(run, facts, hasBranch ? message('problem.flow.branchTaken', { problem }) : problem);
    if (hasBranch) {
      run.tookBranch = true;
      await this.steps(steps, `${path}/ifFails`, run);
    }
    if (step.whenFails === 'stop') run.dropped = true;
  }
}
