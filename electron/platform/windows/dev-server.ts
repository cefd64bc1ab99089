/** Loopback by its address: a name could lead elsewhere. */
const loopback = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

/**
 * Where our pages come from while somebody works on them (`npm run dev`). Threat: a variable of the environment
 * that puts somebody else's pages in the place of ours, with all that ours may do. So a packaged app never
 * looks at it, and no other computer is ever asked.
 */
export function devServer(
  environment: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): string | undefined {
  const address = environment['RINGCUE_DEV_SERVER'];
  if (isPackaged || address === undefined) return undefined;
  return loopback.test(address) ? address : undefined;
}

/** Mantine writes its style tags itself; scripts come from our files alone. */
export function contentSecurityPolicy(dev: string | undefined): string {
  // Changes of the source are told over a socket. Everything else is as in the packaged app.
  const connect = dev === undefined ? "'none'" : dev.replace(/^http:/, 'ws:');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
