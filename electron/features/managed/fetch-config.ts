import { limits } from '../../../shared/limits.ts';
import type { Environment } from '../../../shared/config/read-config.ts';
import type { Remote } from '../../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import { openConfig, type SharedConfig } from './open-config.ts';

/** Milliseconds for the whole answer. */
const answeredWithin = 30_000;

export interface FetchDeps {
  readonly sendHttp: HttpClient;
  readonly environment: Environment;
  /** Names this computer to the server without saying which it is. */
  readonly deskId: string;
}

interface Known {
  /** Of the last answer that was looked at. */
  readonly etag: string | undefined;
  readonly current: SharedConfig | undefined;
  /** The revision that this desk runs. */
  readonly inForce: number | undefined;
}

export type Fetched =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'answer';
      readonly etag: string | undefined;
      readonly read: Result<SharedConfig>;
    };

/** Asks the URL for a newer configuration. */
export async function fetchConfig(
  remote: Remote,
  known: Known,
  { sendHttp, environment, deskId }: FetchDeps,
): Promise<Result<Fetched>> {
  const answer = await sendHttp({
    url: remote.url,
    method: 'GET',
    headers: {
      accept: 'application/jose',
      'ringcue-desk': deskId,
      ...(known.inForce !== undefined && { 'ringcue-revision': String(known.inForce) }),
      ...(known.etag !== undefined && { 'if-none-match': known.etag }),
      ...(remote.token !== undefined && { authorization: `Bearer ${remote.token}` }),
    },
    timeoutMs: answeredWithin,
    maxBytes: limits.sharedConfigBytes,
  });
  if (!answer.ok) return fail(connectionProblem(answer.problem));
  const { status, headers, text } = answer.value;
  if (status === 304) return ok({ kind: 'unchanged' });
  if (status !== 200) return fail(message('problem.shared.status', { status }));
  const read = await openConfig(text, remote.publicKeys, environment);
  return ok({ kind: 'answer', etag: headers.etag, read: notOlder(read, known.current) });
}

/** An older revision may hold what was taken back for a reason; the same number with another content has two meanings. */
function notOlder(
  read: Result<SharedConfig>,
  current: SharedConfig | undefined,
): Result<SharedConfig> {
  if (!read.ok || current === undefined) return read;
  const { revision, jws } = read.value;
  if (revision > current.revision || jws === current.jws) return read;
  return fail(message('problem.shared.older', { revision, current: current.revision }));
}
