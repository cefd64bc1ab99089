import { readConfig, type Environment } from '../../../shared/config/read-config.ts';
import { readSigned } from '../../../shared/config/signed-config.ts';
import type { ConfigInput } from '../../../shared/model/config-document.ts';
import { fail, located, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';

/** A configuration from the company's URL that was found good. */
export interface SharedConfig {
  /** As it was signed. */
  readonly jws: string;
  readonly revision: number;
  readonly input: ConfigInput;
}

/** Checks the signature first: nothing else is read of a text that is not the company's. */
export async function openConfig(
  jws: string,
  publicKeys: readonly string[],
  environment: Environment,
): Promise<Result<SharedConfig>> {
  const text = await readSigned(jws.trim(), publicKeys);
  if (text === undefined) return fail(message('problem.shared.signature'));
  const read = readConfig(text, environment);
  if (!read.ok) {
    const [first] = read.problems;
    return fail(message('problem.shared.invalid', { problem: first ? located(first) : '' }));
  }
  const { revision } = read.value;
  return revision === undefined
    ? fail(message('problem.shared.noRevision'))
    : ok({ jws: jws.trim(), revision, input: read.value });
}
