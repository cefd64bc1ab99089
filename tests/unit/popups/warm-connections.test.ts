import { expect, it } from 'vitest';
import { WarmConnections } from '../../../electron/features/popups/warm-connections.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const popup = (id: string, url: string, more: object = {}) =>
  popupSchema.parse({ id, name: id, url, ...more });

function connecting(idleSeconds = 0) {
  const clock = new FakeClock();
  const connections = new WarmConnections({ clock, idleSeconds: () => idleSeconds });
  const asked: string[] = [];
  const connector = { preconnect: ({ url }: { readonly url: string }) => asked.push(url) };
  return { clock, connections, asked, connector };
}

it('keeps one connection to each CRM, and renews it before Chromium drops it', () => {
  const { clock, connections, asked, connector } = connecting();
  const popups = [popup('a', 'https://crm.test/a'), popup('b', 'https://crm.test/b?x=1')];
  connections.keep(connector, popups);
  expect(asked).toEqual(['https://crm.test']);
  clock.advance(59_000);
  expect(asked).toHaveLength(2);
});

it('connects to no CRM whose popup is turned off or opens in the browser, and to three at most', () => {
  const { connections, asked, connector } = connecting();
  connections.keep(connector, [
    popup('off', 'https://off.test', { enabled: false }),
    popup('browser', 'https://browser.test', { window: { target: 'browser' } }),
    ...['1', '2', '3', '4'].map((n) => popup(n, `https://crm${n}.test`)),
  ]);
  expect(asked).toEqual(['https://crm1.test', 'https://crm2.test', 'https://crm3.test']);
});

it('opens no connection while the agent is away', () => {
  const { clock, connections, asked, connector } = connecting(601);
  connections.keep(connector, [popup('a', 'https://crm.test')]);
  clock.advance(200_000);
  expect(asked).toEqual([]);
});

it('stops when windows are no longer prepared, and at quit', () => {
  const { clock, connections, asked, connector } = connecting();
  connections.keep(connector, [popup('a', 'https://crm.test')]);
  connections.keep(undefined, [popup('a', 'https://crm.test')]);
  expect(clock.pending()).toBe(0);
  connections.keep(connector, [popup('a', 'https://crm.test')]);
  connections.dispose();
  expect(clock.pending()).toBe(0);
  expect(asked).toHaveLength(2);
});
