import { message, type Message } from '../../../../shared/text/message.ts';

/** Chromium's net error codes that people meet, as sentences. Others keep their name. */
const sentences: Readonly<Record<string, Message>> = {
  ERR_CONNECTION_REFUSED: message('problem.page.refused'),
  ERR_NAME_NOT_RESOLVED: message('problem.connection.nameNotFound'),
  ERR_INTERNET_DISCONNECTED: message('problem.connection.offline'),
  ERR_CONNECTION_TIMED_OUT: message('problem.connection.noAnswer'),
  ERR_TIMED_OUT: message('problem.connection.noAnswer'),
  ERR_CONNECTION_RESET: message('problem.connection.closed'),
  ERR_EMPTY_RESPONSE: message('problem.page.empty'),
  ERR_PROXY_CONNECTION_FAILED: message('problem.page.proxySilent'),
  ERR_TOO_MANY_REDIRECTS: message('problem.page.redirectLoop'),
  ERR_CERT_DATE_INVALID: message('problem.page.certificateExpired'),
  ERR_CERT_COMMON_NAME_INVALID: message('problem.page.certificateName'),
  ERR_CERT_AUTHORITY_INVALID: message('problem.page.certificateUntrusted'),
};

export const isCertificateError = (name: string): boolean => name.startsWith('ERR_CERT_');

export function loadProblem(name: string): Message {
  const sentence = sentences[name];
  if (sentence !== undefined) return sentence;
  if (isCertificateError(name)) return message('problem.page.insecure', { code: name });
  if (name.startsWith('ERR_SSL_')) return message('problem.page.noTls', { code: name });
  return message('problem.page.notLoaded', { code: name });
}

const causes = {
  404: 'missing',
  410: 'missing',
  429: 'busy',
  500: 'failed',
  502: 'behind',
  503: 'down',
  504: 'behind',
} as const;
type Explained = keyof typeof causes;
const isExplained = (status: number): status is Explained => status in causes;

/** @param status of 400 and more */
export const httpProblem = (status: number): Message =>
  message('problem.page.httpError', {
    status,
    cause: isExplained(status) ? causes[status] : 'other',
  });
