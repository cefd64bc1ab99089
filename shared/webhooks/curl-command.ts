import type { PreparedRequest } from './prepare-request.ts';

/** The request as a command for a terminal. It names secrets where they belong, and has none. */
export function curlCommand({ method, url, headers, body }: PreparedRequest): string {
  const parts = [`curl -X ${method} ${quote(url)}`];
  for (const header of headers) {
    const value = 'secret' in header ? `<secret: ${header.secret.secret}>` : header.value;
    parts.push(`-H ${quote(`${header.name}: ${value}`)}`);
  }
  if (body !== undefined) parts.push(`--data-raw ${quote(body)}`);
  return parts.join(' \\\n  ');
}

/** For a POSIX shell: nothing inside single quotes means anything, but a single quote. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
