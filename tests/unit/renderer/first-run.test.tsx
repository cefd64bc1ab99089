// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FirstRun } from '../../../renderer/features/first-run/first-run.tsx';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

it('starts once it knows the agent, and keeps just what was filled in', async () => {
  const desk = new MemoryDesk();
  const user = await show(<FirstRun />, desk);
  const start = screen.getByRole('button', { name: english('firstRun.start') });
  await user.type(field(english('agent.name')), 'Ada');
  expect(start).toHaveProperty('disabled', true);
  await user.type(field(english('agent.extension')), '1004');
  await user.type(field(english('agent.queues')), 'Sales{Enter}');
  await user.click(start);
  await waitFor(() =>
    expect(desk.config.snapshot().agent).toEqual({
      name: 'Ada',
      extension: '1004',
      queues: ['Sales'],
    }),
  );
});
