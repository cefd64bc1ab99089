import { expect, it } from 'vitest';
import { originOf, originSchema, webUrlProblem } from '../../../shared/model/definition.ts';
import { saidBy } from '../../support/said-by.ts';

it.each([
  ['javascript:alert(1)', 'not javascript:'],
  ['file:///etc/passwd', 'not file:'],
  ['data:text/html,x', 'not data:'],
  ['ftp://a', 'not ftp:'],
  ['', 'must start with https://'],
  ['crm.example.com', 'must start with https://'],
  ['https:///path', 'not valid'],
  ['https://user:pw@crm.example.com', 'user name or password'],
  ['https://a b', 'not valid'],
  ['https://crm.example.com:99999', 'not valid'],
])('refuses %j', (url, reason) => {
  expect(saidBy(webUrlProblem(url))).toContain(reason);
});

it.each(['https://crm.example.com/x?y=1#z', 'http://10.0.0.1:8080/', 'https://müşteri.example'])(
  'accepts %s',
  (url) => {
    expect(webUrlProblem(url)).toBeUndefined();
  },
);

it('compares origins as browsers do', () => {
  expect(originOf('HTTPS://CRM.example.com:443/x')).toBe('https://crm.example.com');
  expect(originOf('mailto:a@b')).toBeUndefined();
  expect(originSchema.parse('https://Login.example.com/')).toBe('https://login.example.com');
  expect(originSchema.safeParse('https://login.example.com/path').success).toBe(false);
});
