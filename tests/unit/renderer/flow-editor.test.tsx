// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
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
const flow: Flow = {
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

async function edit() {
  const desk = new MemoryDesk({ webhooks: [webhook], flows: [flow] });
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
  const [first, branch] = flow.steps;
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
