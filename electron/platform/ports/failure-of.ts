import type { ConnectFailure } from './socket.ts';

/** What went wrong, with Node's or OpenSSL's code where it has one. */
export function failureOf(error: unknown): ConnectFailure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  // ws and Node repeat the whole address in their message, including filled-in values such as a token.
  if (error instanceof SyntaxError || error.message.startsWith('Invalid URL')) {
    return { code: 'ERR_INVALID_URL', message: 'the address is not valid' };
  }
  const code: unknown = Reflect.get(error, 'code');
  return { code: typeof code === 'string' ? code : 'UNKNOWN', message: error.message };
}
