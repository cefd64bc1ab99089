import { expect, it } from 'vitest';
import {
  allowedOrigins,
  judgeNavigation,
} from '../../../electron/features/popups/navigation-policy.ts';
import { placePopup } from '../../../electron/features/popups/placement.ts';
import { SignInTracker } from '../../../electron/features/popups/sign-in-tracker.ts';

const popup = {
  url: 'https://crm.test/call',
  signIn: { origins: ['https://login.test'], loginPaths: ['/login'] },
};

it('lets a window go to the listed origins only', () => {
  const allowed = allowedOrigins(popup);
  expect(judgeNavigation('https://crm.test/other', allowed)).toBe('allow');
  expect(judgeNavigation('https://login.test/x', allowed)).toBe('allow');
  expect(judgeNavigation('https://crm.test.evil.test/', allowed)).toBe('browser');
  expect(judgeNavigation('https://crm.test@evil.test/', allowed)).toBe('browser');
  for (const url of [
    'file:///x',
    'javascript:1',
    'data:,x',
    'blob:https://crm.test/1',
    'chrome://gpu',
    'tel:1',
  ]) {
    expect(judgeNavigation(url, allowed), url).toBe('deny');
  }
});

it('opens the pending popup after a sign-in that forgot it', () => {
  const wanted = 'https://crm.test/call?id=1';
  const elsewhere = new SignInTracker(popup);
  expect(elsewhere.reached('https://login.test/start', wanted)).toBe('signing-in');
  expect(elsewhere.reached('https://crm.test/home', wanted)).toBe('open-pending');
  expect(elsewhere.reached(wanted, wanted)).toBe('crm');
  const own = new SignInTracker(popup);
  expect(own.reached('https://crm.test/login/step2', wanted)).toBe('signing-in');
  expect(own.reached(wanted, wanted)).toBe('crm');
  expect(new SignInTracker(popup).reached('https://crm.test/loginfo', wanted)).toBe('crm');
  const unlisted = new SignInTracker(popup);
  expect(unlisted.reached('https://crm.test/auth', wanted, true)).toBe('signing-in');
  expect(unlisted.reached('https://crm.test/home', wanted)).toBe('open-pending');
  expect(unlisted.reached('https://crm.test/auth', wanted, true)).toBe('signing-in');
  expect(unlisted.reached('https://crm.test/home', wanted)).toBe('crm');
  const window = new SignInTracker(popup);
  expect(window.reached('https://crm.test/login', 'https://crm.test/login')).toBe('signing-in');
  expect(window.reached('https://crm.test/home', 'https://crm.test/login')).toBe('crm');
});

const area = { x: 0, y: 0, width: 1600, height: 900 };
const size = { width: 1000, height: 700 };

it('puts a popup where the last one was, if that is still on a screen', () => {
  const remembered = { x: 1700, y: 50, width: 800, height: 600 };
  const second = { x: 1600, y: 0, width: 1600, height: 900 };
  expect(placePopup(size, remembered, [], [area, second])).toEqual(remembered);
  expect(placePopup(size, remembered, [], [area])).toMatchObject({ width: 1000, height: 700 });
  const big = placePopup({ width: 5000, height: 5000 }, undefined, [], [area]);
  expect(big).toEqual({ x: 0, y: 0, width: 1600, height: 900 });
});

it('puts no popup exactly over another, and none off the screen', () => {
  const taken: { x: number; y: number; width: number; height: number }[] = [];
  for (let index = 0; index < 12; index += 1) {
    const place = placePopup(size, undefined, taken, [area]);
    expect(
      taken.some(({ x, y }) => x === place.x && y === place.y),
      `window ${index}`,
    ).toBe(false);
    expect(place.x + place.width).toBeLessThanOrEqual(1600);
    expect(place.y + place.height).toBeLessThanOrEqual(900);
    taken.push(place);
  }
});
