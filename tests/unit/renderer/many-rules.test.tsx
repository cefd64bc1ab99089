// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { RulesPage } from '../../../renderer/features/rules/rules-page.tsx';
import { TraceView } from '../../../renderer/ui/trace-view.tsx';
import type { EventTrace } from '../../../shared/model/log-entry.ts';
import { actionKey, rulesByAction } from '../../../shared/model/rule-actions.ts';
import { ruleSchema, type Rule } from '../../../shared/model/rule.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const many = 10_000;
const popup = { ...newPopup(), id: 'crm', name: 'CRM', url: 'https://crm.example.com/' };
const rule = (index: number): Rule =>
  ruleSchema.parse({
    id: `r${index}`,
    name: `Rule ${index}`,
    which: { queues: [`Queue ${index % 100}`] },
    actions: [{ do: 'popup', popup: 'crm' }],
  });
const rules = (count: number) => Array.from({ length: count }, (_, index) => rule(index));
const names = () =>
  screen.queryAllByTestId('rule').map((row) => row.querySelectorAll('p')[1]?.textContent);
const nodes = () => document.querySelectorAll('*').length;

it('draws of 10,000 rules no more than of 30, and finds, pages and changes them all', async () => {
  await show(<RulesPage />, new MemoryDesk({ popups: [popup], rules: rules(30) }));
  expect(names()).toHaveLength(25);
  const drawnOfFew = nodes();
  cleanup();

  const desk = new MemoryDesk({ popups: [popup], rules: rules(many) });
  const user = await show(<RulesPage />, desk);
  expect(names()).toEqual(rules(25).map(({ name }) => name));
  // A few more for the numbers of the pages.
  expect(nodes()).toBeLessThan(drawnOfFew + 60);

  const box = screen.getByRole('searchbox', { name: english('rules.search') });
  await user.type(box, 'queue 99 9999');
  await waitFor(() => expect(names()).toEqual(['Rule 9999']));
  expect(nodes()).toBeLessThan(drawnOfFew);
  await user.clear(box);
  await user.click(
    await screen.findByRole('button', { name: english('list.page', { number: 400 }) }),
  );
  await waitFor(() =>
    expect(names()).toEqual(
      rules(many)
        .slice(-25)
        .map(({ name }) => name),
    ),
  );

  await user.click(screen.getByRole('checkbox', { name: english('list.selectAll') }));
  const toolbar = within(screen.getByRole('toolbar'));
  expect(toolbar.getByRole('status').textContent).toBe(english('list.selected', { count: many }));
  await user.click(toolbar.getByRole('button', { name: english('definitions.disable') }));
  await waitFor(() =>
    expect(desk.config.snapshot().rules.filter(({ enabled }) => enabled)).toEqual([]),
  );
  expect(desk.config.snapshot().rules.map(({ id }) => id)).toEqual(rules(many).map(({ id }) => id));
});

it('looks at each rule once to know which rules open each of 10,000 popups', () => {
  let looked = 0;
  const counted = Array.from({ length: many }, (_, index): Rule => {
    const action = { do: 'popup' as const, popup: `p${index}` };
    return {
      ...rule(index),
      get actions() {
        looked += 1;
        return [action];
      },
    };
  });
  const byAction = rulesByAction(counted);
  const opens = (id: string) => byAction.get(actionKey({ do: 'popup', popup: id }));
  expect(opens('p9999')?.map(({ id }) => id)).toEqual(['r9999']);
  expect(opens('other')).toBeUndefined();
  expect(looked).toBe(many);
});

it('shows of 10,000 verdicts the telling ones first, and the others step by step', async () => {
  const trace: EventTrace = {
    eventId: 'e',
    source: 'PBX',
    stage: 'ringing',
    caller: '+31',
    queue: '',
    agent: '',
    occurredAt: 0,
    receivedAt: 0,
    lateSeconds: 0,
    matchedMs: 1,
    repeated: false,
    isTest: false,
    rules: rules(many).map(({ id, name }, index) => ({
      id,
      name,
      actions: [],
      ...(index !== many - 1 && {
        reason:
          index === many - 2
            ? ({ code: 'internal-call' } as const)
            : ({ code: 'other-stage', waitsFor: 'hangup' } as const),
      }),
    })),
  };
  const user = await show(<TraceView trace={trace} />, new MemoryDesk());
  const shown = () =>
    within(screen.getByTestId('trace'))
      .getAllByRole('alert')
      .map((one) => one.textContent);
  within(screen.getByTestId('trace')).getByText('Rule: Rule 9999');
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(screen.getByRole('button', { name: '9,999 rules did not match' }));
  expect(shown()).toHaveLength(50);
  expect(shown()[0]).toContain('Rule 9998');
  await user.click(screen.getByRole('button', { name: /^Show 50 more/ }));
  expect(shown()).toHaveLength(100);
});
