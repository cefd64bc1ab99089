// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import {
  loadProblem,
  httpProblem,
} from '../../../electron/features/popups/problem/load-problem.ts';
import { problemMarkup } from '../../../electron/features/popups/problem/problem-markup.ts';
import {
  actionUrl,
  problemAction,
  type ProblemKind,
} from '../../../electron/features/popups/problem/problem-pages.ts';
import {
  problemView,
  type PageCaller,
} from '../../../electron/features/popups/problem/problem-view.ts';
import { RetryPlan } from '../../../electron/features/popups/problem/retry-plan.ts';
import { english } from '../../../shared/text/english.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const grace: PageCaller = {
  callKey: 'c1',
  name: 'Grace Hopper',
  number: '+31 20 123 4567',
  plainNumber: '+31201234567',
  queue: 'Sales',
};

function view(more: Partial<Parameters<typeof problemView>[0]> = {}) {
  const parts = {
    kind: 'http' as ProblemKind,
    detail: httpProblem(503),
    id: 'secret',
    host: 'https://crm.example.com',
    support: undefined,
    caller: grace,
    note: undefined,
    retries: false,
  };
  return problemView({ ...parts, ...more }, english, 'en');
}

it('says who is on the line, with a button for each thing to copy', () => {
  expect(view().caller?.rows.map(({ text, copy }) => [text, copy?.href])).toEqual([
    ['Grace Hopper', actionUrl('copy-name', 'secret')],
    ['+31 20 123 4567', actionUrl('copy-number', 'secret')],
    ['Sales', actionUrl('copy-queue', 'secret')],
  ]);
  const withheld = { ...grace, name: '', number: '', queue: '', isWithheld: true as const };
  expect(view({ caller: withheld }).caller?.rows).toEqual([
    { text: 'Withheld number', copy: undefined },
  ]);
  expect(view({ caller: { ...grace, name: '', number: '' } }).caller?.rows[0]?.text).toBe(
    'Unknown caller',
  );
  expect(view({ caller: undefined }).caller).toBeUndefined();
});

it('says whom to ask for help; its link carries no address', () => {
  const said = (name: string, address: string) => view({ support: { name, address } }).support;
  expect(said('IT service desk', 'mailto:it@example.com')).toEqual({
    line: 'Need help? IT service desk',
    link: { text: 'it@example.com', href: actionUrl('support', 'secret') },
  });
  expect(view().support).toBeUndefined();
});

it('takes a link of this page only', () => {
  expect(problemAction(actionUrl('support', 'secret'), 'secret')).toBe('support');
  expect(problemAction(actionUrl('support', 'other'), 'secret')).toBeUndefined();
  expect(problemAction(`${actionUrl('support', 'secret')}?x`, 'secret')).toBeUndefined();
  expect(problemAction('ringcue-problem://action/retry', 'secret')).toBeUndefined();
});

it('shows what a phone system or an agent wrote as text, whatever it is', () => {
  const hostile = `"><script>alert('x')</script></textarea><a href=javascript:1>`;
  const page = problemMarkup(
    view({ caller: { ...grace, name: hostile, queue: hostile }, note: hostile }),
  );
  const document = new DOMParser().parseFromString(page, 'text/html');
  expect(document.querySelectorAll('script')).toHaveLength(0);
  expect([...document.querySelectorAll('bdi')].map((one) => one.textContent)).toEqual([
    hostile,
    '+31 20 123 4567',
    hostile,
  ]);
  expect(document.querySelector('textarea')?.textContent.trim()).toBe(hostile);
  const links = [...document.querySelectorAll('a')].map((one) => one.getAttribute('href'));
  expect(links.every((link) => link?.startsWith('ringcue-problem://action/'))).toBe(true);
});

it('says in words what happened, and the code where there are none', () => {
  const said = (name: string): string => english(loadProblem(name));
  expect(said('ERR_CERT_AUTHORITY_INVALID')).toContain('does not trust the server’s certificate');
  expect(said('ERR_CERT_REVOKED')).toContain('ERR_CERT_REVOKED');
  expect(said('ERR_SSL_PROTOCOL_ERROR')).toContain('secure connection');
  expect(said('ERR_FAILED')).toContain('ERR_FAILED');
  expect(english(httpProblem(404))).toBe(
    'The server returned HTTP 404. There is no page at this address.',
  );
  expect(english(httpProblem(418))).toBe('The server returned HTTP 418.');
});

it('waits twice as long each time, for the network, and while a note is written', () => {
  const clock = new FakeClock();
  let isOnline = true;
  let attempts = 0;
  const plan = new RetryPlan({
    clock,
    isOnline: () => isOnline,
    attempt: () => (attempts += 1),
    onPlanned: () => undefined,
  });
  const wait = (): number => (plan.next?.at ?? Number.NaN) - clock.now();
  plan.plan();
  expect(wait()).toBe(3_000);
  clock.advance(3_000);
  expect([attempts, plan.next]).toEqual([1, undefined]);
  plan.plan();
  expect(wait()).toBe(6_000);
  plan.postpone();
  expect(wait()).toBe(10_000);
  isOnline = false;
  clock.advance(10_000);
  expect([attempts, plan.next?.isOffline]).toEqual([1, true]);
  isOnline = true;
  clock.advance(6_000);
  expect(attempts).toBe(2);
  plan.postpone();
  expect(plan.next).toBeUndefined();
  plan.reset();
  plan.plan();
  expect(wait()).toBe(3_000);
});
