import { message, type Message } from '../../../shared/text/message.ts';
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
};

export const isCertificateError = (name: string): boolean => name.startsWith('ERR_CERT_');

export function loadProblem(name: string): Message {
  if (isCertificateError(name)) {
    return message('problem.page.insecure', { code: name });
  }
  return sentences[name] ?? message('problem.page.notLoaded', { code: name });
}
