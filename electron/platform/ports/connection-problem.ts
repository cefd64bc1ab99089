import type { ConnectFailure } from './socket.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** Sentences for people: what happened and what to do. */
const sentences: Readonly<Record<string, Message>> = {
  ECONNREFUSED: message('problem.connection.refused'),
  ENOTFOUND: message('problem.connection.nameNotFound'),
  EAI_AGAIN: message('problem.connection.lookupFailed'),
  ENETUNREACH: message('problem.connection.offline'),
  EHOSTUNREACH: message('problem.connection.unreachable'),
  ETIMEDOUT: message('problem.connection.noAnswer'),
  ECONNRESET: message('problem.connection.closed'),
  CERT_HAS_EXPIRED: message('problem.connection.certificateExpired'),
  ERR_TLS_CERT_ALTNAME_INVALID: message('problem.connection.certificateName'),
  ERR_INVALID_URL: message('problem.field.urlInvalid'),
  REFUSED_ADDRESS: message('problem.connection.addressBlocked'),
  TOO_LARGE: message('problem.connection.tooLarge'),
  CUT_OFF: message('problem.connection.cutOff'),
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: message('problem.connection.messageTooLarge'),
};

const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

export function connectionProblem(failure: ConnectFailure): Message {
  if (failure.said !== undefined) return failure.said;
  if (failure.status !== undefined) return statusProblem(failure.status);
  if (untrusted.has(failure.code)) {
    return message('problem.connection.certificateUntrusted');
  }
  if (isUnpacking(failure.code)) return message('problem.connection.badEncoding');
  return (
    sentences[failure.code] ?? message('problem.connection.failed', { reason: failure.message })
  );
}

/** zlib's codes, and those of its Brotli. */
const isUnpacking = (code: string): boolean =>
  code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI');

function statusProblem(status: number): Message {
  if (isRefusal(status)) {
    return message('problem.connection.signInRefused', { status });
  }
  if (status === 404) return message('problem.connection.notFound');
  if (status === 407) return message('problem.connection.proxySignIn');
  return message('problem.connection.status', { status });
}

export const isRefusal = (status: number | undefined): boolean => status === 401 || status === 403;
