import type { Agent } from 'node:http';

/** Chromium's answer for an address: `DIRECT`, or `PROXY host:port; DIRECT`. */
export type ResolveProxy = (url: string) => Promise<string>;

export interface ProxyCredentials {
  readonly username: string;
  readonly password: string;
}

/** The first usable proxy in Chromium's answer (the format of a PAC file's return value). */
export function proxyUrl(answer: string): string | undefined {
  for (const entry of answer.split(';')) {
    const [kind, host] = entry.trim().split(/\s+/);
    const upper = kind?.toUpperCase();
    if (upper === 'DIRECT') return undefined;
    if (host === undefined) continue;
    if (upper === 'PROXY' || upper === 'HTTP') return `http://${host}`;
    if (upper === 'HTTPS') return `https://${host}`;
    // As Chromium does: plain SOCKS is version 4, which wants an address, and version 5 looks up the name itself.
    if (upper === 'SOCKS' || upper === 'SOCKS4') return `socks4://${host}`;
    if (upper === 'SOCKS5') return `socks5h://${host}`;
  }
  return undefined;
}

/** An agent that tunnels through the system's proxy, by CONNECT or SOCKS; undefined where the way is direct. */
export async function proxyAgent(
  url: string,
  resolveProxy: ResolveProxy,
  credentials: ProxyCredentials | undefined,
): Promise<Agent | undefined> {
  // Chromium resolves proxies for http(s) addresses; a socket takes the same way.
  const proxy = proxyUrl(await resolveProxy(url.replace(/^ws/i, 'http')));
  if (proxy === undefined) return undefined;
  const address = new URL(proxy);
  if (credentials !== undefined) {
    address.username = encodeURIComponent(credentials.username);
    address.password = encodeURIComponent(credentials.password);
  }
  // Loaded on demand: most desks have no proxy.
  if (proxy.startsWith('socks')) {
    const { SocksProxyAgent } = await import('socks-proxy-agent');
    return new SocksProxyAgent(address);
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  return new HttpsProxyAgent(address);
}
