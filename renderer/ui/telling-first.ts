import type { SkipReason } from '../../shared/model/skip-reason.ts';

interface Judged {
  /** Why a rule does not run; undefined where it does. */
  readonly reason?: SkipReason | undefined;
}

/** Rules that were looked at: those that run first, then those that waited for this stage, each in their own order. */
export function tellingFirst<T extends Judged>(rules: readonly T[]): T[] {
  const rank = ({ reason }: T): number =>
    reason === undefined ? 0 : reason.code === 'other-stage' ? 2 : 1;
  return [...rules].sort((a, b) => rank(a) - rank(b));
}
