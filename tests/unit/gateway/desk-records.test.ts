import { expect, it } from 'vitest';
import { openRecords } from '../../../gateway/store/store-operations.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const hour = 3_600_000;

it('forgets a sign-in when its time is over, and a used code only when no answer can be lost any more', () => {
  const { desks, close } = openRecords(temporaryFolder());
  const now = 100 * hour;
  desks.signIn({ id: 'over', agent: '83', token: 'a', since: 0, expires: now - 1 });
  desks.signIn({ id: 'lasts', agent: '83', token: 'b', since: 0, expires: now + hour });
  desks.addCode('code', '83', now - hour);
  desks.enrol('code', 'c', 'enrolled', now - 2 * hour);
  desks.forgetExpired(now, now - 72 * hour);
  expect(desks.all().map(({ id }) => id)).toEqual(['lasts', 'enrolled']);
  expect(desks.enrol('code', 'c', 'again', now)?.id).toBe('enrolled');
  desks.forgetExpired(now, now);
  expect(desks.enrol('code', 'c', 'again', now)).toBeUndefined();
  close();
});
