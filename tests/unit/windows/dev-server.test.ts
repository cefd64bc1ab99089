import { expect, it } from 'vitest';
import { contentSecurityPolicy, devServer } from '../../../electron/platform/windows/dev-server.ts';

const asked = (address: string, isPackaged = false) =>
  devServer({ RINGCUE_DEV_SERVER: address }, isPackaged);

it('takes pages from a dev server on loopback, and never in a packaged app', () => {
  expect(asked('http://127.0.0.1:5173')).toBe('http://127.0.0.1:5173');
  expect(asked('http://127.0.0.1:5173', true)).toBeUndefined();
  expect(devServer({}, false)).toBeUndefined();
});

it.each([
  'http://10.0.0.1:5173',
  'http://localhost:5173',
  'http://127.0.0.1.evil.example:80',
  'http://127.0.0.1:80@evil.example',
  'http://127.0.0.1:5173/path',
  'http://127.0.0.1:5173\nhttp://evil.example',
  'https://127.0.0.1:5173',
  'file:///etc/passwd',
  '',
])('takes no pages from %j', (address) => {
  expect(asked(address)).toBeUndefined();
});

it('allows a page under work its socket and nothing else', () => {
  const packaged = contentSecurityPolicy(undefined);
  expect(packaged).toContain("connect-src 'none'");
  expect(packaged).toContain("script-src 'self';");
  expect(contentSecurityPolicy('http://127.0.0.1:5173')).toBe(
    packaged.replace("connect-src 'none'", 'connect-src ws://127.0.0.1:5173'),
  );
});
