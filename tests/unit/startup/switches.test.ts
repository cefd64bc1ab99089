import { expect, it } from 'vitest';
import { refusedSwitch } from '../../../electron/startup/switches.ts';

const installed = { isPackaged: true, isRoot: false };

it.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0',
  '-inspect',
  '/REMOTE-DEBUGGING-PORT=1',
  '--no-sandbox',
  '--disable-web-security',
  '--renderer-cmd-prefix=/tmp/x',
])('refuses %s in an installed app', (argument) => {
  expect(refusedSwitch(['--once', argument], installed)).toBeDefined();
  expect(refusedSwitch(['--once', argument], { ...installed, isPackaged: false })).toBeUndefined();
});

it('takes its own options, links and those of a desktop', () => {
  const argv = ['--once', '--config', 'file.json', '--password-store=gnome-libsecret', 'tel:+3120'];
  expect(refusedSwitch([...argv, '--force-device-scale-factor=2'], installed)).toBeUndefined();
});

it('lets root on Linux go without the sandbox, which cannot run there', () => {
  expect(refusedSwitch(['--no-sandbox'], { ...installed, isRoot: true })).toBeUndefined();
});
