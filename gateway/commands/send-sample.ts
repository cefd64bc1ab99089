import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FeedConfig } from '../config/feed-config.ts';
import { signatureOf } from '../ingress/check-signature.ts';
import type { Command } from './command.ts';

/** `send FEED SAMPLE`: posts a file to a feed of the running gateway, with the feed's own credentials. */
export const sendSample: Command = async ({ config, args, say }) => {
  const [name = '', file] = args;
  const feed = config.feeds.find((one) => one.name === name);
  if (feed === undefined || file === undefined) {
    say(
      feed === undefined ? `No feed "${name}" in the configuration.` : 'Name a file with a sample.',
    );
    return 2;
  }
  const { host, port, tls } = config.listen;
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const origin = `${tls === undefined ? 'http' : 'https'}://${reached}:${port}`;
  const body = readFileSync(file);
  const path = feed.authentication.type === 'path' ? `/${feed.authentication.secret}` : '';
  const response = await fetch(`${origin}/in/${name}${path}`, {
    method: 'POST',
    headers: { 'content-type': contentType(body), ...credentials(feed, body) },
    body,
  });
  say(`${response.status} ${await response.text()}`);
  return response.ok ? 0 : 1;
};

function contentType(body: Buffer): string {
  const start = body.toString('utf8', 0, 100).trimStart().charAt(0);
  if (start === '<') return 'application/xml';
  return start === '{' || start === '[' ? 'application/json' : 'application/x-www-form-urlencoded';
}

function credentials({ authentication }: FeedConfig, body: Buffer): Record<string, string> {
  switch (authentication.type) {
    case 'basic': {
      const { user, password } = authentication;
      return {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      };
    }
    case 'header':
      return { [authentication.name]: authentication.secret };
    case 'signature': {
      const id = `msg_${randomUUID()}`;
      const timestamp = String(Math.floor(Date.now() / 1000));
      return {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(authentication.secret, { id, timestamp }, body),
      };
    }
    default:
      return {};
  }
}
