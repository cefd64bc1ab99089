// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { flowHandlers } from '../../../electron/features/flows/ipc.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { ok } from '../../../shared/result.ts';
import { FlowEditor } from '../../../renderer/features/flows/flow-editor.tsx';
import { newFlow } from '../../../renderer/features/flows/flow-draft.ts';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import type { Flow } from '../../../shared/model/flow.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { problemAt, show } from '../../support/render.tsx';

const webhook = {
  ...newWebhook('blank'),
  id: 'hook',
  name: 'Hook',
  url: 'https://hooks.example.com/',
};
const ask = (as: string): Flow['steps'][number] => ({
  do: 'ask',
  webhook: 'hook',
  as,
  answer: { from: 'body' },
});
const branching: Flow = {
  ...newFlow(),
  id: 'flow',
  name: 'Flow',
  steps: [
    ask('first'),
    {
      do: 'if',
      when: { field: 'var.first', is: 'equals', value: 'x' },
      then: [ask('second')],
      else: [],
    },
  ],
};
const save = () => screen.getByRole('button', { name: 'Save' });
const step = (number: number) => english('flows.step', { number });

async function edit(flow = branching) {
  const desk: MemoryDesk = new MemoryDesk(
    { webhooks: [webhook], flows: [flow] },
    {
      'flow.try': (request) =>
        flowHandlers({
          edits: desk.edits,
          choices: { choose: () => undefined },
          trialCall: () => ok(sampleCall),
          now: Date.now,
        })['flow.try'](request),
    },
  );
  const onClose = vi.fn();
  const user = await show(<FlowEditor flow={flow} isNew={false} onClose={onClose} />, desk);
  return { desk, user, onClose };
}
const variables = () => screen.getAllByRole('textbox', { name: english('flows.variable') });

it('saves the steps of a branch, without what only the editor knows of them', async () => {
  const { desk, user, onClose } = await edit();
  await user.clear(variables()[1]!);
  await user.type(variables()[1]!, 'third');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const [first, branch] = branching.steps;
  expect(desk.config.snapshot().flows[0]?.steps).toEqual([
    first,
    { ...branch, then: [ask('third')] },
  ]);
});

it('shows at a step in a branch that its variable has the name of another', async () => {
  const { user, onClose } = await edit();
  await user.clear(variables()[1]!);
  await user.type(variables()[1]!, 'first');
  await user.click(save());
  await waitFor(() => expect(problemAt(variables()[1]!)).not.toBe(''));
  expect(document.activeElement).toBe(variables()[1]);
  expect(onClose).not.toHaveBeenCalled();
});

it('says at a condition that the step which answers it comes too late', async () => {
  const { user, onClose } = await edit();
  const down = `${english('flows.moveDown')}: ${step(1)}`;
  await user.click(screen.getAllByRole('button', { name: down })[0]!);
  await user.click(save());
  const steps = screen.getAllByTestId('flow-step');
  const said = english('problem.flow.variableUnset', { name: 'first' });
  await within(steps[0]!).findByText(said);
  expect(onClose).not.toHaveBeenCalled();
});

it('gives a lookup steps for when it fails', async () => {
  const { desk, user, onClose } = await edit();
  const [branch] = screen.getAllByRole('group', { name: english('flows.ifFails') });
  await user.click(within(branch!).getByRole('button', { name: english('flows.addStep') }));
  await user.click(await screen.findByRole('menuitem', { name: english('flows.kinds.send') }));
  const webhooks = within(branch!).getByRole('combobox', { name: english('flows.kinds.send') });
  await user.click(webhooks);
  await user.click(await screen.findByRole('option', { name: 'Hook' }));
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().flows[0]?.steps[0]).toEqual({
    ...ask('first'),
    ifFails: [{ do: 'send', webhook: 'hook' }],
  });
});

it('lets a flow stop where its lookup fails', async () => {
  const { desk, user, onClose } = await edit();
  const [first] = screen.getAllByRole('combobox', { name: english('flows.whenFails') });
  await user.click(first!);
  await user.click(await screen.findByRole('option', { name: english('flows.fails.stop') }));
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().flows[0]?.steps[0]).toEqual({ ...ask('first'), whenFails: 'stop' });
});

it('says where a lookup has the customers that match', async () => {
  const { desk, user, onClose } = await edit();
  const [part] = screen.getAllByRole('combobox', { name: english('flows.answer') });
  await user.click(part!);
  await user.click(await screen.findByRole('option', { name: english('flows.answers.matches') }));
  const label = screen.getByRole('textbox', { name: english('flows.matches.label') });
  await user.clear(label);
  await user.type(label, 'first');
  await user.click(save());
  await waitFor(() => expect(problemAt(label)).not.toBe(''));
  await user.clear(label);
  await user.paste('/first /last');
  await user.click(screen.getByRole('textbox', { name: english('flows.matches.list') }));
  await user.paste('/found');
  await user.click(screen.getByRole('combobox', { name: english('flows.matches.unchosen') }));
  await user.click(
    await screen.findByRole('option', { name: english('flows.matches.takes.first') }),
  );
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().flows[0]?.steps[0]).toEqual({
    ...ask('first'),
    answer: {
      from: 'matches',
      list: '/found',
      value: '/id',
      label: '/first /last',
      detail: '',
      seconds: 20,
      unchosen: 'first',
    },
  });
});

/** The steps that are marked, each by what it does, with the branch that is marked at it. */
const marked = () =>
  screen.getAllByTestId('flow-step').map((card) => {
    // A step's own marks stand before those of the steps in its branches.
    const own = (mark: string) =>
      within(card)
        .queryAllByTestId(mark)
        .filter((badge) => badge.closest('[data-testid="flow-step"]') === card);
    const branch = own('taken-branch').map((badge) => badge.previousElementSibling?.textContent);
    return [own('taken-step').length === 1, ...branch];
  });
const runTest = async (user: Awaited<ReturnType<typeof edit>>['user']) => {
  await user.click(await screen.findByRole('button', { name: english('trial.run') }));
  await screen.findByText(english('flows.trial.done'));
};
const openTest = (user: Awaited<ReturnType<typeof edit>>['user']) =>
  user.click(screen.getByRole('button', { name: english('flows.trial.title') }));

it('marks the steps that a test takes, and the branch of the condition', async () => {
  const { user } = await edit();
  await openTest(user);
  await runTest(user);
  expect(marked()).toEqual([[true], [true, english('flows.else')], [false]]);
  const response = english('flows.trial.response', { name: 'first' });
  await user.type(await screen.findByRole('textbox', { name: response }), 'X');
  await runTest(user);
  await waitFor(() => expect(marked()).toEqual([[true], [true, english('flows.then')], [true]]));
});

it('marks what runs where a lookup fails, and nothing after it where the flow stops', async () => {
  const [, condition] = branching.steps;
  const first = { ...ask('first'), ifFails: [ask('first')], whenFails: 'stop' as const };
  const { user } = await edit({ ...branching, steps: [first, condition!] });
  await openTest(user);
  await user.click(
    await screen.findByRole('checkbox', { name: english('flows.trial.fails', { name: 'first' }) }),
  );
  await runTest(user);
  expect(marked()).toEqual([[true, english('flows.ifFails')], [true], [false], [false]]);
});

it('takes the marks of a test away where the flow is edited after it', async () => {
  const { user } = await edit();
  await openTest(user);
  await runTest(user);
  await user.type(variables()[1]!, 'x');
  expect(marked().flat()).not.toContain(true);
  expect(screen.queryByText(english('flows.trial.done'))).toBeNull();
});
