import { expect, it } from 'vitest';
import { agentEntry, systemEntry } from '../../../electron/features/log/log-entries.ts';
import { logSentence } from '../../../renderer/features/log/log-sentence.ts';
import { mappedEvents } from '../../../shared/dialects/mapped-events.ts';
import type { JsonObject } from '../../../shared/json/json-value.ts';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { catalogues } from '../../../shared/text/catalogues.ts';
import { english } from '../../../shared/text/english.ts';
import { createTranslate } from '../../../shared/text/translate.ts';
import { ruleDesk } from '../../support/rule-desk.ts';

const dutch = createTranslate(catalogues.nl, 'nl');
const turkish = createTranslate(catalogues.tr, 'tr');

/** A desk of agent 83, and what its log would hold. */
function loggedDesk() {
  const { desk, receive } = ruleDesk({ dialect: 'cloudevents', rules: [], agent: { id: '83' } });
  const logged = new Map<string, LogEntry>();
  const put = (entry: LogEntry) => logged.set(entry.id, entry);
  desk.events.on('agentState', (event) => put(agentEntry(event)));
  desk.events.on('systemChanged', (event) => put(systemEntry(event)));
  const event = (id: string, type: string, data: JsonObject) =>
    receive({ specversion: '1.0', id, source: 'pbx', type, data });
  const says = (t = english) =>
    [...logged.values()].map((entry) => logSentence({ ...entry, number: 0 }, t));
  return { desk, event, says };
}

it('logs the agent’s status, and a colleague’s where another person changed it, once each', () => {
  const { event, says } = loggedDesk();
  event('1', 'agent.status', { agentId: '83', state: 'break' });
  event('2', 'agent.status', { agentId: '84', state: 'break' });
  event('3', 'agent.status', { agentId: '84', state: 'break', by: '84' });
  event('4', 'agent.status', { agentId: '84', state: 'ready', by: 'Sam' });
  event('4', 'agent.status', { agentId: '84', state: 'ready', by: 'Sam' });
  expect(says()).toEqual(['Agent 83 is now “break”.', 'Sam set agent 84 to “ready”.']);
});

it('logs which queue or menu was changed, and by whom, in each language', () => {
  const { event, says } = loggedDesk();
  event('1', 'queue.changed', { name: 'Sales', by: 'Sam' });
  event('2', 'menu.removed', { name: 'Welcome' });
  expect(says()).toEqual([
    'Queue “Sales” in the phone system: changed by Sam.',
    'Menu “Welcome” in the phone system: removed.',
  ]);
  expect(says(dutch)[0]).toBe('Wachtrij “Sales” in het telefoniesysteem: changed door Sam.');
  expect(says(turkish)[1]).toBe('Telefon sisteminde Menü “Welcome”: removed.');
});

it('takes from a mapping who changed a status, a queue or a menu', () => {
  const { desk, says } = loggedDesk();
  const context = { source: 'pbx', receivedAt: 1, feed: {} };
  const map = (item: JsonObject) => {
    const events = mappedEvents(item, null, context);
    if (!events.ok) return english(events.problem.message);
    for (const event of events.value) void desk.handle(event);
    return undefined;
  };
  map({ agentState: 'away', agent: { id: '84' }, by: 'Sam' });
  map({ changed: 'queue', name: 'Sales', change: 'agents added', by: 'Sam', time: '2026-03-14' });
  map({ changed: 'menu', name: 'Welcome' });
  expect(says()).toEqual([
    'Sam set agent 84 to “away”.',
    'Queue “Sales” in the phone system: agents added by Sam.',
    'Menu “Welcome” in the phone system: changed.',
  ]);
  expect(map({ changed: 'queue' })).toBe(english('problem.event.nameMissing'));
  // What is changed otherwise is a call's.
  expect(map({ changed: 'price', stage: 'ringing', callId: 'c1' })).toBeUndefined();
  expect(desk.passing().next().value).toMatchObject({
    event: { call: { ext: { changed: 'price' } } },
  });
});
