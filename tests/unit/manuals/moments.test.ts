import { expect, it } from 'vitest';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

const rules = (['begin', 'end'] as const).map((moment) =>
  ruleWith({ id: moment, name: moment, when: { moment }, which: { agent: 'any' } }),
);
const call = { callid: 'c1', call_start_time: '2021-08-09 17:58:44' };
const over = { ...call, call_end_time: '2021-08-09 17:59:44' };

it('sends AutoID’s beginning and end once a call, whatever comes of it', () => {
  const { receive } = ruleDesk({ dialect: 'autoid', rules });
  expect(receive(call)).toEqual(['begin']);
  expect(receive({ ...call, call_start_time: '2021-08-09 17:58:50' })).toEqual([]);
  expect(receive({ ...over, dialstatus: 'NOANSWER' })).toEqual(['end']);
  expect(receive({ ...over, dialstatus: 'ANSWER' })).toEqual([]);
  expect(receive({ ...over, callid: 'c2', dialstatus: 'ANSWER' })).toEqual(['end']);
});

it('sends the end of a call whose beginning was not seen, once, with what the end knows', () => {
  const [, end] = rules;
  const { receive, firings } = ruleDesk({ dialect: 'autoid', rules: [end!] });
  const known = {
    ...over,
    dialstatus: 'ANSWER',
    answered_time: '29',
    rec_audiourl: 'https://a.example/1',
  };
  expect(receive(known)).toEqual(['end']);
  // The same end told again, corrected: no second one.
  const corrected = { ...known, call_end_time: '2021-08-09 17:59:50', dialstatus: 'NOANSWER' };
  expect(receive(corrected)).toEqual([]);
  expect(firings.map(({ call }) => call.fields)).toMatchObject([
    { callResult: 'ANSWER', talkSeconds: '29', recordingUrl: 'https://a.example/1' },
  ]);
});

it('takes ringing for the beginning where nobody waited, and waits for the last phone', () => {
  const { receive } = ruleDesk({ dialect: 'call-center-studio', rules });
  const event = (Event: string, agent?: string) => ({
    'Call ID': 'c1',
    Event,
    ...(agent !== undefined && { 'Agent ID': agent }),
  });
  expect(receive(event('ringing', '83'))).toEqual(['begin']);
  expect(receive(event('ringing', '84'))).toEqual([]);
  expect(receive(event('noanswer', '83'))).toEqual([]);
  expect(receive(event('answered', '84'))).toEqual([]);
  expect(receive(event('hangup', '84'))).toEqual(['end']);
  expect(receive(event('hangup'))).toEqual([]);
});
