import type { MatchInput } from '../../../../shared/matching/match-rule.ts';
import { reasonToSkip } from '../../../../shared/matching/match-rule.ts';
import type { EventTrace, RuleTrace } from '../../../../shared/model/log-entry.ts';
import type { Rule } from '../../../../shared/model/rule.ts';
import { waitsForOther } from '../../../../shared/model/skip-reason.ts';

/** More rules than anybody reads through, for one event in the log. */
const mostListed = 100;

/**
 * The trace with rules that the index ruled out, each with its reason, in the order of all rules. Of many, those that wait
 * for this event come first, as they nearly ran; the rest is a number.
 */
export function withOtherRules(
  trace: EventTrace,
  rules: readonly Rule[],
  input: MatchInput,
): EventTrace {
  const judged = new Map(trace.rules.map((rule) => [rule.id, rule]));
  const room = Math.max(0, mostListed - judged.size);
  const near: RuleTrace[] = [];
  const far: RuleTrace[] = [];
  for (const rule of rules) {
    if (judged.has(rule.id)) continue;
    const reason = reasonToSkip(rule, input);
    if (reason === undefined) continue; // a fact that the index does not look at has changed since
    const list = waitsForOther(reason) ? far : near;
    if (list.length < room) list.push({ id: rule.id, name: rule.name, reason, actions: [] });
    if (near.length >= room) break;
  }
  const listed = new Map([...near, ...far].slice(0, room).map((rule) => [rule.id, rule]));
  const all = rules.flatMap(({ id }) => judged.get(id) ?? listed.get(id) ?? []);
  const others = rules.length - all.length;
  return { ...trace, rules: all, ...(others > 0 && { others }) };
}
