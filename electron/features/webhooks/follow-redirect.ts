import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import type { HttpResponse } from '../../platform/ports/http.ts';
import type { FrozenRequest } from './frozen-request.ts';

/** Receivers that answer so have taken the data: what they have to say is elsewhere (RFC 9110, section 15.4). */
const seeOther: ReadonlySet<number> = new Set([301, 302, 303]);
/** These ask for the same request again, which is the same only where it had no body. */
const repeat: ReadonlySet<number> = new Set([307, 308]);

/** Whether a response leads on, and this webhook goes along. A success code is the answer itself. */
export const leadsOn = (
  { followRedirects, successCodes, method }: FrozenRequest,
  { status, headers }: HttpResponse,
): boolean =>
  followRedirects &&
  !successCodes.includes(status) &&
  headers.location !== undefined &&
  (seeOther.has(status) || (repeat.has(status) && method === 'GET'));

/**
 * The request for where a redirect leads: GET, without the body. Threat: a receiver, or whoever stands in for it,
 * sends us on to read our secrets. So only its own origin gets the webhook's headers and a signature, and what was
 * encrypted stays so.
 */
export function followUp(request: FrozenRequest, location: string): Result<FrozenRequest> {
  const from = new URL(request.url);
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (to === undefined || !/^https?:$/.test(to.protocol)) {
    return fail(message('problem.delivery.redirectUrl'));
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    return fail(message('problem.delivery.redirectUnencrypted', { host: to.host }));
  }
  // A name and password for there would be somebody else's.
  to.username = '';
  to.password = '';
  const { signing, body: _sent, ...rest } = request;
  const isOwn = to.origin === from.origin;
  return ok({
    ...rest,
    method: 'GET',
    url: to.href,
    headers: isOwn ? request.headers.filter(({ name }) => !/^content-/i.test(name)) : [],
    ...(isOwn && signing && { signing }),
  });
}
