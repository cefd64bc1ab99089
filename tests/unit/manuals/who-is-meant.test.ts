import { expect, it } from 'vitest';
import { newRuleFor, newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { emptyWizard, ruleOfWizard } from '../../../renderer/features/templates/wizard-draft.ts';
import { usualAgent } from '../../../renderer/ui/usual-agent.ts';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import { callvoip } from '../../support/reference.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

const ada: AgentIdentity = { extension: '918383081442' };
const when = { trigger: { system: 'acefone', name: 'Call hangup (Missed or Answered)' } };

/** What a rule says against the last event. */
function reasonOf(which: object, agent: AgentIdentity, payload: Record<string, string>) {
  const { receive, traces } = ruleDesk({
    dialect: 'acefone',
    rules: [ruleWith({ when: { stage: 'queued' }, which })],
    agent,
    feed: { country: 'IN' },
  });
  receive({ call_id: 'c1', trigger: 'Call received on Server', ...payload });
  return traces.at(-1)?.rules[0]?.reason?.code;
}

it('says that the event names no agent, and not that it is for another', () => {
  expect(reasonOf({ agent: 'mine' }, ada, {})).toBe('no-agent-named');
  expect(reasonOf({ agent: 'any', agents: ['1005'] }, ada, {})).toBe('no-agent-named');
  expect(reasonOf({ agent: 'mine' }, ada, { agent_number: '1005' })).toBe('other-agent');
});

it('takes events without an agent by queue, number or campaign of the current agent', () => {
  const served = { agent: 'served' };
  expect(reasonOf(served, { ...ada, queues: ['Sales'] }, { dept_name: 'sales' })).toBeUndefined();
  const number = { call_to_number: '918069010148' };
  for (const typed of ['08069010148', '8069010148', '+91 80 6901 0148', '918069010148']) {
    expect(reasonOf(served, { ...ada, numbers: [typed] }, number), typed).toBeUndefined();
    expect(reasonOf({ agent: 'any', calledNumbers: [typed] }, ada, number)).toBeUndefined();
  }
  expect(reasonOf(served, { ...ada, campaigns: ['7'] }, { campaign_id: '7' })).toBeUndefined();
  expect(reasonOf(served, ada, { dept_name: 'sales' })).toBe('not-served');
  const colleagues = { dept_name: 'sales', agent_number: '1005' };
  expect(reasonOf(served, { ...ada, queues: ['Sales'] }, colleagues)).toBe('other-agent');
});

it.each([
  { extension: '918383081442' },
  { phone: '918383081442' },
  { phone: '+91 83830 81442' },
  { extension: '1004', phone: '08383081442' },
])('knows the agent by extension or by the number that rings: %j', (agent) => {
  const rules = [ruleWith({ when: { stage: 'ringing' } })];
  const { receive } = ruleDesk({ dialect: 'acefone', rules, agent, feed: { country: 'IN' } });
  const dialed = { call_id: 'c1', trigger: 'Dialed on Agent', agent_number: '+918383081442' };
  expect(receive(dialed)).toEqual(['Rule']);
  expect(receive({ ...dialed, call_id: 'c2', agent_number: '918383081443' })).toEqual([]);
});

it.each([
  [[{ name: 'Ada', number: '918383081442' }]],
  [[{ name: 'Bob', agent_number: '918383081443' }, { agent_number: '+918383081442' }]],
  [['918383081443', '918383081442']],
])('reads who missed the call from $missed_agent: %j', (missed) => {
  const rules = [ruleWith({ when })];
  const { receive } = ruleDesk({ dialect: 'acefone', rules, agent: ada });
  const payload = { call_id: 'c1', call_status: 'Missed', missed_agent: missed };
  expect(receive({ ...payload, trigger: 'Call missed by Agent (Hangup)' })).toEqual([]);
  expect(receive({ ...payload, trigger: when.trigger.name })).toEqual(['Rule']);
});

it('runs once for every computer’s rule, however many agents missed the call', () => {
  const rules = [ruleWith({ when, which: { agent: 'any' } })];
  const { receive } = ruleDesk({ dialect: 'acefone', rules });
  const missed_agent = [{ number: '918383081442' }, { number: '918383081443' }];
  const payload = { call_id: 'c1', call_status: 'Missed', missed_agent };
  expect(receive({ ...payload, trigger: when.trigger.name })).toEqual(['Rule']);
});

it('starts each form with a choice of agents with which it runs', () => {
  for (const { name, namesNoAgent } of acefoneTriggers) {
    const wanted = namesNoAgent === true ? 'any' : 'mine';
    expect(usualAgent({ trigger: { system: 'acefone', name } }, []), name).toBe(wanted);
  }
  expect(usualAgent({ stage: 'ringing' }, ['callvoip', 'autoid'])).toBe('any');
  expect(usualAgent({ stage: 'ringing' }, ['callvoip', 'webitel'])).toBe('mine');
  expect(newRuleFor(newWebhook('acefone')).which.agent).toBe('any');
  expect(ruleOfWizard(emptyWizard, 'hook').which.agent).toBe('any');
  const rule = { ...newRuleFor(newWebhook('callvoip')), name: 'Callvoip' };
  const { receive } = ruleDesk({ dialect: 'callvoip', rules: [rule], agent: ada });
  expect(receive(callvoip.sampleBodyCorrected)).toEqual(['Callvoip']);
});
