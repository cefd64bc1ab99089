import { expect } from 'vitest';
import { textsOf, type Check } from '../../support/cases.ts';
import { lookUp } from '../../support/look-up.ts';
import { startReceiver } from '../../support/receiver.ts';

const found: readonly { readonly value: string; readonly problem: string | RegExp }[] = [
  { value: '7615917337495251231', problem: '' },
  { value: '42', problem: '' },
  { value: '42', problem: '' },
  { value: 'unset', problem: /“The CRM” returned a web page .*ran its steps for a failed lookup/ },
];

const areRead: Check = async (one) => {
  const answers = textsOf(one);
  expect(answers).toHaveLength(found.length);
  for (const [index, answer] of answers.entries()) {
    const server = await startReceiver((_request, response) => response.end(answer));
    const { value, popups, problem } = await lookUp(server.url, undefined, undefined, [
      { do: 'popup', popup: 'search' },
    ]);
    expect(value).toBe(found[index]?.value);
    const branch = found[index]?.value === 'unset' ? ['search'] : [];
    expect(popups).toEqual([...branch, 'p']);
    expect(problem).toEqual(
      found[index]?.problem === '' ? '' : expect.stringMatching(found[index]?.problem ?? ''),
    );
  }
};

/** What a flow makes of a CRM's answers. */
export const answerChecks: Readonly<Record<string, Check>> = { 'answer of a CRM': areRead };
