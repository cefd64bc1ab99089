import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startImage } from '../support/image-app.ts';
import { ownImage, packageOf } from '../support/own-image.ts';
import { startUpdateFeed } from '../support/update-feed.ts';
import { until } from '../support/until.ts';

const sha256 = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/** What the builder wrote for the web server, but offered in parts by the test. */
function offerOf(version: string) {
  const file = packageOf(version, '.AppImage');
  const feed = readFileSync(path.join(path.dirname(file), 'latest-linux.yml'), 'utf8');
  return { version, file, blockMapSize: Number(/blockMapSize: (\d+)/.exec(feed)?.[1]) };
}

it('updates itself between calls, and never to what it should not', async () => {
  const { versions, feedPort } = inject('images');
  const [old, next] = versions;
  const events = await testEventServer();
  const crm = await startCrm();
  const feed = await startUpdateFeed(feedPort);
  const offered = offerOf(next);
  const image = ownImage(old);

  feed.offer({ ...offered, version: '0.0.1' });
  const app = startImage(image, oneCrmConfig(events.url, { url: crm.url }));
  await events.connected();
  const check = (isDone: () => boolean): Promise<void> => app.act('Check for updates', isDone);
  const looksAfter = (count: number) => () => feed.counted.looks > count;
  await check(looksAfter(0));
  await app.logged(/looked for updates found="none"/);
  feed.offer({ ...offered, stagingPercentage: 0 });
  await check(looksAfter(feed.counted.looks));
  await app.logged(/looked for updates found="none"/, 2);
  expect(feed.counted.requests).toBe(0);
  feed.offer({ ...offered, sha512: createHash('sha512').update('other').digest('base64') });
  await check(() => app.lines(/update not fetched .*sha512/).length > 0);

  events.send(callEvent('ringing', { callId: 'a' }));
  await crm.visited(1);
  feed.offer(offered);
  feed.hold();
  const { looks } = feed.counted;
  await check(() => app.lines(/update waits for the end of the call/).length > 0);
  expect(feed.counted.looks).toBe(looks);
  events.send(callEvent('hangup', { callId: 'a' }));
  await feed.looked(looks + 1);
  const { requests, givenUp } = feed.counted;
  const hasGivenUp = (count: number) => () => feed.counted.givenUp === givenUp + count || undefined;
  await until(() => feed.counted.requests > requests || undefined, 'the download');
  events.send(callEvent('ringing', { callId: 'b' }));
  await app.logged(/update waits for the end of the call/, 2);
  await until(hasGivenUp(1), 'the end of a request without an answer');

  feed.stall();
  events.send(callEvent('hangup', { callId: 'b' }));
  await until(() => feed.counted.halves > 0 || undefined, 'half of a part');
  events.send(callEvent('ringing', { callId: 'c' }));
  await app.logged(/update waits for the end of the call/, 3);
  await until(hasGivenUp(2), 'the end of a request in the middle of its answer');
  expect(app.lines(/update ready/)).toEqual([]);

  feed.go();
  feed.counted.bytes = 0;
  events.send(callEvent('hangup', { callId: 'c' }));
  await app.logged(/update ready version=/);
  const size = readFileSync(offered.file).length;
  process.stdout.write(`fetched ${feed.counted.bytes} of ${size} bytes\n`);
  expect(feed.counted.bytes).toBeLessThan(size / 2);

  expect(sha256(image)).not.toBe(sha256(offered.file));
  const isNew = new RegExp(`start version="${next}"`);
  await app.act('Restart into the new version', () => app.lines(/update installs/).length > 0);
  await app.logged(isNew);
  expect(sha256(image)).toBe(sha256(offered.file));
  await events.connected();
  events.send(callEvent('ringing', { callId: 'd' }));
  await until(
    () => crm.visits.some((visit) => visit.includes('call=d')) || undefined,
    'the popup of the new version',
  );
  await app.quit();
}, 400_000);
