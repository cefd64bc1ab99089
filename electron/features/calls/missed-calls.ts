import type { CallView } from '../../../shared/contract/call-views.ts';
import type { Clock } from '../../platform/clock.ts';

/**
 * Milliseconds. A PBX that rings many ends the others' legs first and says a moment later who took the call:
 * a call that a colleague answered is not missed.
 */
const settleAfter = 2_000;

/** Calls that were told; by then their ends are long past. */
const mostTold = 1_000;

/** Tells calls that rang here and that nobody took, each once. */
export class MissedCalls {
  private readonly told = new Map<string, number | undefined>();
  private readonly waiting = new Map<string, () => void>();

  public constructor(
    private readonly clock: Clock,
    private readonly view: (callKey: string) => CallView | undefined,
    private readonly onMissed: (call: CallView) => void,
  ) {}

  /** A call is over for the current agent. */
  public ended(callKey: string): void {
    this.waiting.get(callKey)?.();
    this.waiting.set(
      callKey,
      this.clock.after(settleAfter, () => this.settle(callKey)),
    );
  }

  /** At quit: what is known by now decides. */
  public dispose(): void {
    for (const [callKey, cancel] of this.waiting) {
      cancel();
      this.settle(callKey);
    }
  }

  private settle(callKey: string): void {
    this.waiting.delete(callKey);
    const call = this.view(callKey);
    if (call?.outcome !== 'missed' || this.told.get(callKey) === call.rangAt) return;
    // Ended for the agent, and then as a whole: one miss. Another ring that is missed is another one.
    this.told.set(callKey, call.rangAt);
    const oldest = this.told.keys().next().value;
    if (oldest !== undefined && this.told.size > mostTold) this.told.delete(oldest);
    this.onMissed(call);
  }
}
