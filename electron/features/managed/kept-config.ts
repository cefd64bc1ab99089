import { z } from 'zod';
import type { Environment } from '../../../shared/config/read-config.ts';
import { parseAs } from '../../../shared/json/parse-as.ts';
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
  const kept = parseAs(text, keptSchema);
  return kept === undefined
    ? fail(message('problem.shared.signature'))
    : openConfig(kept.jws, remote.publicKeys, environment);
}
