// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { httpProblem } from '../../../electron/features/popups/problem/load-problem.ts';
import { problemView } from '../../../electron/features/popups/problem/problem-view.ts';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { PopupsPage } from '../../../renderer/features/popups/popups-page.tsx';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { beside, differs, referenceTable, says } from '../../support/reference-table.ts';
import { show } from '../../support/render.tsx';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';
import { countRows, encryptionRows, fieldRows } from './rows/ccs-form.tsx';
import { listRows } from './rows/ccs-list.tsx';
import { carries, fires, openedWith, url, withKey } from './rows/ccs-opened.ts';

const callRows = [
  says('encryption › key', () => {
    const opened = openedWith('Call ID', { 'Call ID': 'c-1' }, withKey);
    expect(opened).toMatch(/^https:\/\/crm\.example\.com\/call\?data=[\w-]+$/);
  }),
  says('encryption › scope', () => {
    const opened = openedWith('Call ID', { 'Call ID': 'secret-id' }, withKey);
    expect(opened.startsWith(`${url}?`)).toBe(true);
    expect(opened).not.toContain('secret-id');
  }),
  beside('encryption › notDocumented › *', 'Set in the form; receivers.md and its tests say how'),
  says('events › named › *', ({ text }) => {
    const stages: Record<string, string> = { noanswer: 'missed' };
    const stage = stages[text] ?? text;
    expect(fires(stage, text)).toEqual(['Rule']);
  }),
  says('events › openEnded', () => expect(fires('answered', 'answered')).toEqual(['Rule'])),
  says('events › carriedIn', () => carries('Event', 'ringing')),
  differs('popup › assignedIn', 'The popup’s own rule names its queues', () =>
    expect(fires('ringing', 'ringing')).toEqual(['Rule']),
  ),
  says('popup › opens', () => expect(fires('ringing', 'ringing')).toEqual(['Rule'])),
  beside('logs › section', 'The name of that system’s own log'),
  says('logs › records › *', ({ text }) => {
    const kinds: Record<string, [type: string, data: object, kind: string]> = {
      'missed calls': ['call.missed', { callId: 'c' }, 'call.state'],
      'agent status changes made by a supervisor': [
        'agent.break',
        { agent: { id: '83' }, state: 'break', by: 'Sam' },
        'agent.state',
      ],
      'changes to welcome menus': [
        'menu.changed',
        { name: 'Welcome', by: 'Sam' },
        'system.changed',
      ],
      'changes to queues': ['queue.changed', { name: 'Sales', by: 'Sam' }, 'system.changed'],
      'further kinds (open-ended)': ['call.hangup', { callId: 'c' }, 'call.state'],
    };
    const [type, data, kind] = kinds[text] ?? ['', {}, ''];
    const event = { specversion: '1.0', id: '1', source: 'pbx', type, data: { ...data } };
    const decoded = cloudEvents.decode(event, { source: 's', receivedAt: 0, feed: {} });
    expect(decoded).toMatchObject({ ok: true, value: [{ kind }] });
  }),
  says('troubleshooting › * › symptom', () => {
    const { receive, traces } = ruleDesk({
      dialect: 'call-center-studio',
      rules: [ruleWith({ which: { agent: 'any', queues: ['6'] } })],
    });
    receive({ 'Call ID': 'c', Event: 'ringing', 'Queue ID': '5' });
    expect(traces.at(-1)?.rules[0]?.reason).toMatchObject({ code: 'other-queue' });
  }),
  says('troubleshooting › * › check', async () => {
    const popup = { ...newPopup(), id: 'a', name: 'Fatih 21', url };
    await show(<PopupsPage />, new MemoryDesk({ popups: [popup] }));
    // A popup that no rule opens says so in the list.
    screen.getByText(english('popups.noRule'));
  }),
  says('troubleshooting › * › then', asksForHelp),
  says('help', asksForHelp),
  beside('ambiguities › *', 'What the manual leaves open; the rows above say how it is read'),
];

/** Where a page could not be shown stands whom to ask. */
function asksForHelp(): void {
  const support = { name: 'IT service desk', address: 'mailto:it@example.com' };
  const shown = {
    kind: 'http' as const,
    detail: httpProblem(503),
    id: 'page',
    host: 'https://crm.example.com',
    caller: undefined,
    note: undefined,
    retries: false,
  };
  expect(problemView({ ...shown, support }, english, 'en').support?.link?.text).toBe(
    'it@example.com',
  );
}

referenceTable('callcenterstudio', [
  ...countRows,
  ...fieldRows,
  ...listRows,
  ...encryptionRows,
  ...callRows,
]);
