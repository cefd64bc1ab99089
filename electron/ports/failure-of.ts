import type { ConnectFailure } from './socket.ts';

/** What went wrong, with Node's or OpenSSL's code where it has one. */
export function failureOf(error: unknown): ConnectFailure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  const code: unknown = Reflect.get(error, 'code');
  return { code: typeof code === 'string' ? code : 'UNKNOWN', message: error.message };
}
