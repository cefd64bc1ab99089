import { expect, it } from 'vitest';
import { freeze } from '../../../electron/features/webhooks/frozen-request.ts';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { webhookProcedures } from '../../../shared/contract/webhooks.ts';
import { schemaProblems } from '../../../shared/model/schema-problem.ts';
import { english } from '../../../shared/text/english.ts';
import { callvoip } from '../../support/reference.ts';

const timeout = callvoip.parameters.find(({ label }) => label === 'Request Timeout');
const form = { ...newWebhook('callvoip'), name: 'Callvoip', url: 'https://route.example.com/' };

const problemsOf = (timeoutSeconds: number): string[] => {
  const webhook = { ...form, timeoutSeconds };
  const parsed = webhookProcedures['webhook.save'].input.safeParse({ webhook, rules: [] });
  return parsed.success
    ? []
    : schemaProblems(parsed.error)
        .filter(({ path }) => path === 'webhook.timeoutSeconds')
        .map(({ message }) => english(message));
};

it('has the manual’s limits and default of the request timeout', () => {
  expect(form.timeoutSeconds).toBe(timeout?.default);
  expect(problemsOf(timeout?.min ?? 0)).toEqual([]);
  expect(problemsOf(timeout?.max ?? 0)).toEqual([]);
  expect(problemsOf(0)).toHaveLength(1);
  expect(problemsOf(11)).toEqual(['A call waits at most 10 s for the response: enter 1 to 10.']);
});

it('waits no longer for a webhook that an older file gives more time', () => {
  const request = { method: 'POST', url: form.url, headers: [] } as const;
  expect(freeze({ ...form, timeoutSeconds: 15 }, request).timeoutSeconds).toBe(timeout?.max);
});
