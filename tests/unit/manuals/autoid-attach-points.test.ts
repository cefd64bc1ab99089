import { expect, it } from 'vitest';
import { reasonText } from '../../../renderer/ui/reason-text.ts';
import { english } from '../../../shared/text/english.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

const onEnd = (id: string, which: object) =>
  ruleWith({ id, name: id, when: { moment: 'end' }, which: { agent: 'any', ...which } });
const over = {
  call_start_time: '2021-08-09 17:58:44',
  call_end_time: '2021-08-09 17:59:44',
  dialstatus: 'ANSWER',
};
const menu = { Sales: '1', Service: '2', Parts: '3' };

it('sends the webhook of a call treatment only for callers who chose it in the menu', () => {
  const rules = Object.entries(menu).map(([name, key]) => onEnd(name, { pressedKeys: [key] }));
  const { receive, traces } = ruleDesk({ dialect: 'autoid', rules });
  for (const [name, response] of Object.entries(menu)) {
    expect(receive({ ...over, callid: name, response })).toEqual([name]);
  }
  const said = () => {
    const reason = traces.at(-1)?.rules.find(({ id }) => id === 'Sales')?.reason;
    return reason && reasonText(reason, english);
  };
  expect(said()).toBe('The caller last pressed 3; this rule is for 1.');
  expect(receive({ ...over, callid: 'none' })).toEqual([]);
  expect(said()).toBe('The caller has not pressed a key; this rule is for 1.');
});

it('sends the webhook of a campaign, or of a number that a website shows, for its calls only', () => {
  const rules = [
    onEnd('campaign', { campaigns: ['Radio'] }),
    onEnd('DNI', { calledNumbers: ['777-483-9229'] }),
  ];
  const { receive } = ruleDesk({ dialect: 'autoid', rules, feed: { country: 'US' } });
  expect(receive({ ...over, callid: 'c1', campaign_name: 'radio' })).toEqual(['campaign']);
  expect(receive({ ...over, callid: 'c2', tracking: '7774839229' })).toEqual(['DNI']);
  expect(receive({ ...over, callid: 'c3', campaign_name: 'TV', tracking: '7774839228' })).toEqual(
    [],
  );
});
