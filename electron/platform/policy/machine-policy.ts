import {
  readPolicy,
  readPolicyValue,
  type ReadPolicy,
} from '../../../shared/config/read-policy.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import { located } from '../../../shared/result.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { errorText } from '../logging/log.ts';
import { readPolicyFile } from './read-policy-file.ts';
import { systemPolicy } from './system-policy.ts';

/** The computer-wide policy, or why none applies. */
export interface MachinePolicy {
  readonly file: string;
  readonly policy: Policy | undefined;
  /** The policy then is not in force: a half-read one could be worse than none. */
  readonly problem: Message | undefined;
}

/** The policy file; where there is none, what Group Policy or a configuration profile says. */
export function readMachinePolicy(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
  owner?: number,
): MachinePolicy {
  const text = readPolicyFile(file, owner);
  if (!text.ok) return { file, policy: undefined, problem: text.problem.message };
  try {
    if (text.value !== undefined) return checked(file, readPolicy(text.value, environment));
    const value = systemPolicy(process.platform);
    if (value !== undefined) return checked(file, readPolicyValue(value, environment));
  } catch (error) {
    const problem = message('problem.policy.unreadable', { file, reason: errorText(error) });
    return { file, policy: undefined, problem };
  }
  return { file, policy: undefined, problem: undefined };
}

function checked(file: string, read: ReadPolicy): MachinePolicy {
  if (read.ok) return { file, policy: read.value, problem: undefined };
  const [first] = read.problems;
  const problem = first && message('problem.policy.invalid', { file, problem: located(first) });
  return { file, policy: undefined, problem };
}
