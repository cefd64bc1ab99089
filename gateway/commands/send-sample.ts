import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FeedConfig } from '../config/feed-config.ts';
import { signatureOf } from '../ingress/check-signature.ts';
import type { Command } from './command.ts';
import { postHere } from './post-here.ts';

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
  const body = readFileSync(file);
  const path = feed.authentication.type === 'path' ? `/${feed.authentication.secret}` : '';
  const headers = { 'content-type': contentType(body), ...credentials(feed, body) };
  const { status, text } = await postHere(config.listen, `/in/${name}${path}`, headers, body);
  say(`${status} ${text}`);
  return status >= 200 && status <= 299 ? 0 : 1;
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
