import type { ConnectFailure } from './socket.ts';

/** Sentences for people: what happened and what to do. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Nothing answers at this address. Check that the server is running and the port is right.',
  ENOTFOUND: 'The server’s name cannot be found. Check the URL and the network.',
  EAI_AGAIN: 'The server’s name cannot be looked up now. Check the network.',
  ENETUNREACH: 'This computer is offline.',
  EHOSTUNREACH: 'The server cannot be reached from this network.',
  ETIMEDOUT: 'The server does not answer.',
  ECONNRESET: 'The server closed the connection.',
  CERT_HAS_EXPIRED: 'The server’s certificate has expired. Connection refused.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The server’s certificate is for another name. Connection refused.',
  ERR_INVALID_URL: 'The URL is not valid. Check it for spaces, stray characters and the port.',
  REFUSED_ADDRESS: 'Blocked: the host resolves to a link-local or metadata address.',
  TOO_LARGE: 'The response is too large.',
  Z_DATA_ERROR: 'The response could not be decompressed.',
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
    return 'The server’s certificate is not trusted on this computer. If your network uses TLS inspection, add its CA certificate in Settings.';
  }
  return sentences[failure.code] ?? `The connection failed: ${failure.message}.`;
}

function statusProblem(status: number): string {
  if (isRefusal(status)) {
    return `The server refused the sign-in (HTTP ${status}). Check the token or headers of this source.`;
  }
  if (status === 404) return 'Nothing at this path (HTTP 404). Check the URL.';
  if (status === 407) return 'The proxy requires a user name and password (HTTP 407).';
  return `The server returned HTTP ${status} instead of opening the connection.`;
}

export const isRefusal = (status: number | undefined): boolean => status === 401 || status === 403;
