/** Chromium's net error codes that people meet, as sentences. Others keep their name. */
const sentences: Readonly<Record<string, string>> = {
  ERR_CONNECTION_REFUSED: 'The server does not accept connections. It may be temporarily down.',
  ERR_NAME_NOT_RESOLVED: 'The server’s name cannot be found. Check the URL and the network.',
  ERR_INTERNET_DISCONNECTED: 'This computer is offline.',
  ERR_CONNECTION_TIMED_OUT: 'The server does not answer.',
  ERR_TIMED_OUT: 'The server does not answer.',
  ERR_CONNECTION_RESET: 'The server closed the connection.',
  ERR_EMPTY_RESPONSE: 'The server sent nothing.',
  ERR_PROXY_CONNECTION_FAILED: 'The proxy does not answer.',
  ERR_TOO_MANY_REDIRECTS: 'The page redirects in a loop.',
};

export const isCertificateError = (name: string): boolean => name.startsWith('ERR_CERT_');

export function loadProblem(name: string): string {
  if (isCertificateError(name)) {
    return `The connection is not secure (${name}), so the page was not opened. Contact your administrator.`;
  }
  return sentences[name] ?? `The page could not be loaded (${name}).`;
}
