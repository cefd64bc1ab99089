import type { ConnectFailure } from './socket.ts';

/** Sentences for people: what happened and what to do. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at this address. Is the server running, is the port right?',
  ENOTFOUND: 'The server’s name cannot be found. Check the address and the network.',
  EAI_AGAIN: 'The server’s name cannot be looked up now. Check the network.',
  ENETUNREACH: 'There is no network.',
  EHOSTUNREACH: 'The server cannot be reached from this network.',
  ETIMEDOUT: 'The server does not answer.',
  ECONNRESET: 'The server closed the connection.',
  CERT_HAS_EXPIRED: 'The server’s certificate has expired. Connection refused.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The server’s certificate is for another name. Connection refused.',
  ERR_INVALID_URL: 'The address is not valid. Check it for spaces, stray characters and the port.',
  REFUSED_ADDRESS: 'The name leads to a link-local or metadata address. Nothing was sent.',
  TOO_LARGE: 'The answer is too large.',
  Z_DATA_ERROR: 'The answer is packed in a way that cannot be unpacked.',
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'The server sent a message that is too large.',
};

const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

export function connectionProblem(failure: ConnectFailure): string {
  if (failure.code === 'MISSING_SECRET') return failure.message;
  if (failure.status !== undefined) return statusProblem(failure.status);
  if (untrusted.has(failure.code)) {
    return 'The server’s certificate is not trusted here. If your company inspects connections, name its authority’s file in the settings.';
  }
  return sentences[failure.code] ?? `The connection failed: ${failure.message}.`;
}

function statusProblem(status: number): string {
  if (isRefusal(status)) {
    return `The server refused the sign-in (HTTP ${status}). Check the token or headers of this source.`;
  }
  if (status === 404)
    return 'The server knows no events at this address (HTTP 404). Check the path.';
  if (status === 407) return 'The proxy asks for a user name and password (HTTP 407).';
  return `The server answered HTTP ${status} instead of opening the connection.`;
}

export const isRefusal = (status: number | undefined): boolean => status === 401 || status === 403;
