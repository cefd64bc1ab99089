// @vitest-environment happy-dom
import { expect } from 'vitest';
import { webitel } from '../../../shared/dialects/webitel.ts';
import { ruleActionSchema } from '../../../shared/model/flow.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { beside, differs, referenceTable, says } from '../../support/reference-table.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';
import { registryRows } from './rows/webitel-registry.tsx';

/** The rule of each event, and which of them run on one. */
function fires(event: string): string[] {
  const rules = webitel.events.map(({ name }) =>
    ruleWith({
      id: name,
      name,
      when: { trigger: { system: 'webitel', name } },
      which: { agent: 'any' },
    }),
  );
  return ruleDesk({ dialect: 'webitel', rules }).receive({ event, member_channel_id: 'c' });
}

/** Where a variable of an event lands: the call field, or what is kept of it. */
function carried(event: string, name: string, value: string) {
  const decoded = webitel.decode(
    { event, member_channel_id: 'c', [name]: value },
    { source: 's', receivedAt: 0, feed: {} },
  );
  const [first] = decoded.ok ? decoded.value : [];
  if (first?.kind !== 'call.state') throw new Error('no call');
  const { fields, ext } = first.call;
  return [...Object.values(fields), ...Object.values(ext).flatMap((one) => JSON.stringify(one))];
}
const carries = (event: string, name: string) =>
  expect(carried(event, name, '4711').join(' ')).toContain('4711');

const inQueue = ruleWith({ which: { agent: 'any', queues: ['Sales'] } });
const queueOf = (queue_name: string) =>
  ruleDesk({ dialect: 'webitel', rules: [inQueue] }).receive({
    event: 'Offering',
    member_channel_id: 'c',
    queue_name,
  });

const eventRows = [
  beside('system', 'Its name; the dialect is tested by its payloads'),
  beside('document', 'The title of the page'),
  beside('seed', 'The number of the file'),
  says('purpose', () =>
    expect(ruleActionSchema.safeParse({ do: 'flow', flow: 'f' }).success).toBe(true),
  ),
  says('events › *', ({ text }) => expect(fires(text)).toEqual([text])),
  differs('eventMeanings', 'Each is read by its name, so that rules can wait for a stage too', () =>
    expect(new Set(webitel.events.flatMap(({ stages }) => stages)).size).toBe(8),
  ),
  differs('scope', 'A rule names any number of queues; without one it is for all', () => {
    expect(queueOf('Sales')).toEqual(['Rule']);
    expect(queueOf('Service')).toEqual([]);
  }),
  beside('references › *', 'Pages that the manual links to'),
];

const documented = [
  beside('publicDocumentation › note', 'Where these facts are from'),
  says('publicDocumentation › eventMeanings › *', ({ names: [event = ''] }) =>
    expect(webitel.events.find(({ name }) => name === event)?.stages).toEqual([
      event === 'Joined' ? 'queued' : 'answered',
    ]),
  ),
  beside('publicDocumentation › queueTypes › *', 'An event does not say the type of its queue'),
  says('publicDocumentation › fields › * › *', ({ names: [event = ''], text }) =>
    carries(event, text),
  ),
  says('publicDocumentation › fieldTypes › *', ({ names: [field = ''] }) =>
    carries('Answered', field),
  ),
  says('publicDocumentation › plus', () => carries('Joined', 'my_own_variable')),
];

/** Every event may have several rules, and a new rule is on. */
function hasSeveral(): void {
  const rules = ['a', 'b'].map((id) => ruleWith({ id, name: id, which: { agent: 'any' } }));
  const { receive } = ruleDesk({ dialect: 'webitel', rules });
  expect(receive({ event: 'Offering', member_channel_id: 'c' })).toEqual(['a', 'b']);
}

const open = [
  says('notDocumented › payload', () => carries('Offering', 'agent_name')),
  beside(
    'notDocumented › URL, method or headers (left to the flow schema)',
    'A flow sends webhooks',
  ),
  beside('notDocumented › retries and timeouts', 'Settings of a webhook'),
  says('notDocumented › default state of a new hook', () =>
    expect(ruleSchema.shape.enabled.parse(undefined)).toBe(true),
  ),
  says('notDocumented › whether one event may have several hooks', hasSeveral),
  beside('notDocumented › page sizes', 'They are 25, 50 and 100'),
  beside('notDocumented › search of the registry', 'One box finds names, events and actions'),
  beside('notDocumented › confirmation of a bulk removal', 'Asked, as for one'),
  beside('ambiguities › *', 'What the page leaves open; the rows above say how it is read'),
];

referenceTable('webitel', [...eventRows, ...registryRows, ...documented, ...open]);
