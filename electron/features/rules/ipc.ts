import type { Handlers } from '../../../shared/contract/contract.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import type { ConfigEdits } from '../config/index.ts';
import type { Rules } from './index.ts';

interface Parts {
  readonly rules: Rules;
  readonly edits: ConfigEdits;
}

/** What our pages may do with rules. */
export const ruleHandlers = ({ rules, edits }: Parts) =>
  ({
    'rule.save': ({ rule, expected }) => toReply(edits.saveRule(rule, expected)),
    'rules.try': (request) => toReply(rules.try(request)),
  }) satisfies Partial<Handlers>;
