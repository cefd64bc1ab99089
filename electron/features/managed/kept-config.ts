import { z } from 'zod';
import type { Environment } from '../../../shared/config/read-config.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { Remote } from '../../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
import { openConfig, type SharedConfig } from './open-config.ts';

const keptSchema = z.object({ jws: z.string() });

/**
 * The last good configuration of the URL, for a start without network. It lies where its user can write, so it is worth no
 * more than its signature, which is checked again.
 */
export async function readKept(
  file: DocumentFile,
  remote: Remote | undefined,
  environment: Environment,
): Promise<Result<SharedConfig | undefined>> {
  const text = remote && file.read();
  if (remote === undefined || text === undefined) return ok(undefined);
  const json = parseJson(text);
  const kept = keptSchema.safeParse(json.ok ? json.value : undefined);
  return kept.success
    ? openConfig(kept.data.jws, remote.publicKeys, environment)
    : fail(message('problem.shared.signature'));
}
