// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { MappingTrial } from '../../../electron/features/sources/mapping/mapping-trial.ts';
import { toReply } from '../../../electron/platform/ipc/replies.ts';
import { newSource } from '../../../renderer/features/sources/source-draft.ts';
import { SourceEditor } from '../../../renderer/features/sources/source-editor.tsx';
import { systemClock } from '../../../electron/platform/clock.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { MappingEvaluator } from '../../../shared/mappings/mapping-evaluator.ts';
import type { StartMappingProcess } from '../../../shared/mappings/mapping-process.ts';
import { serveMappings } from '../../../shared/mappings/serve-mappings.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

/** The inside of the process that evaluates mappings, in this one. */
const inPlace: StartMappingProcess = ({ message }) => {
  let ask: (request: unknown) => void = () => undefined;
  serveMappings({
    onRequest: (listener) => (ask = listener),
    send: (answer) => queueMicrotask(() => message(answer)),
  });
  return { post: (request) => ask(request), end: () => undefined };
};

async function edit(mapping: string, answers: Partial<Handlers> = {}) {
  const evaluator = new MappingEvaluator(inPlace, systemClock);
  const trial = new MappingTrial(() => evaluator, systemClock);
  onTestFinished(() => trial.stop());
  const desk = new MemoryDesk(
    {},
    { 'mapping.try': async (request) => toReply(await trial.run(request)), ...answers },
  );
  const onClose = vi.fn();
  const source = { ...newSource(), name: 'PBX', dialect: 'mapping' as const, feed: { mapping } };
  const user = await show(<SourceEditor source={source} onClose={onClose} />, desk);
  const type = async (label: string, text: string): Promise<void> => {
    await user.click(field(label));
    await user.clear(field(label));
    await user.paste(text);
  };
  return { user, onClose, type };
}

const result = () => screen.getByRole('group', { name: english('sources.result') });
const ringing = '{"stage":"ringing","callId":id}';

it('says what to do without a sample, then shows the events and how many they are', async () => {
  const { type } = await edit(ringing);
  expect(result().textContent).toBe(english('sources.resultEmpty'));
  await type(english('sources.sample'), '{"id":"a-1"}');
  await waitFor(() => expect(result().textContent).toContain('"callId": "a-1"'));
  expect(screen.getByText(english('sources.resultEvents', { count: 1 }))).toBeTruthy();
  await type(english('sources.mapping'), `[${ringing}, ${ringing}]`);
  await screen.findByText(english('sources.resultEvents', { count: 2 }));
  await type(english('sources.mapping'), '[]');
  await waitFor(() => expect(result().textContent).toBe(english('sources.resultNone')));
});

it('shows in the place of the result what is wrong with the mapping, or with the sample', async () => {
  const { type } = await edit('{\n  "stage": }');
  await type(english('sources.sample'), '{}');
  await waitFor(() => expect(result().textContent).toContain('line 2'));
  await type(english('sources.mapping'), '{"stage":"ringing"}');
  await waitFor(() => expect(result().textContent).toContain('call ID'));
});

it('takes the last message of the source, or says that there was none', async () => {
  const last = vi.fn<Handlers['source.lastMessage']>();
  last.mockReturnValueOnce({ ok: true, value: { text: undefined } });
  last.mockReturnValueOnce({ ok: true, value: { text: '{"id":"live"}' } });
  const { user } = await edit(ringing, { 'source.lastMessage': last });
  const take = screen.getByRole('button', { name: english('sources.useLastMessage') });
  await user.click(take);
  await screen.findByText(english('sources.noLastMessage'));
  await user.click(take);
  await waitFor(() => expect(result().textContent).toContain('"callId": "live"'));
  expect(screen.queryByText(english('sources.noLastMessage'))).toBeNull();
});

it('asks before a changed mapping is left, and leaves a pasted sample without a question', async () => {
  const { user, onClose, type } = await edit(ringing);
  await type(english('sources.sample'), '{"id":"a-1"}');
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
  await type(english('sources.mapping'), '[]');
  await user.keyboard('{Escape}');
  await screen.findByText(english('popupForm.unsavedTitle'));
  expect(onClose).toHaveBeenCalledOnce();
});
