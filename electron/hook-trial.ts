import { normalizeCallData } from '../shared/dialects/normalize-call-data.ts';
import type { HookTrial, HookTrialRequest } from '../shared/ipc/views.ts';
import { isJsonObject } from '../shared/json/json-value.ts';
import { parseJson } from '../shared/json/parse-json.ts';
import type { CallData } from '../shared/model/call-fields.ts';
import type { Hook } from '../shared/model/hook.ts';
import { sampleCall } from '../shared/model/sample-call.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { callForAgent, explainHooks } from './calls/explain-hooks.ts';
import type { ConfigService } from './config/config-service.ts';
import type { PopupService } from './popups/popup-service.ts';
import type { PreparedUrls } from './popups/prepared-urls.ts';

interface Parts {
  readonly configService: ConfigService;
  readonly popups: PopupService;
  readonly urls: PreparedUrls;
}

/** Tries hooks on a sample call, on the call of a past popup, or on one that was typed. */
export function tryHooks(request: HookTrialRequest, parts: Parts): Result<HookTrial> {
  const { agent, hooks } = parts.configService.snapshot();
  const found = callOf(request.call, parts.popups);
  if (!found.ok) return found;
  const call = callForAgent(found.value, agent);
  const tried = request.draft === undefined ? hooks : withDraft(hooks, request.draft);
  const verdicts = explainHooks(tried, request.stage, call, agent);
  const byId = new Map(tried.map((hook) => [hook.id, hook]));
  return ok({
    hooks: verdicts.map(({ hookId, reason }) => {
      const hook = byId.get(hookId);
      return {
        hookId,
        name: hook?.name ?? hookId,
        reason,
        popups: hook?.actions.map((step) => addressOf(step.popup, call, parts.urls)) ?? [],
      };
    }),
  });
}

function callOf(choice: HookTrialRequest['call'], popups: PopupService): Result<CallData> {
  switch (choice.from) {
    case 'sample':
      return ok({ ...sampleCall, fields: withoutAgent(sampleCall.fields) });
    case 'popup': {
      const call = popups.callOf(choice.id);
      return call === undefined ? fail('This popup’s call can no longer be read.') : ok(call);
    }
    case 'typed': {
      const parsed = parseJson(choice.json);
      if (!parsed.ok) return parsed;
      if (!isJsonObject(parsed.value)) return fail('A call must be a JSON object with its fields.');
      return normalizeCallData(parsed.value);
    }
  }
}

/** The sample is for whoever sits here, so that trying it says something. */
export function withoutAgent(fields: CallData['fields']): CallData['fields'] {
  const {
    agentId: _id,
    agentCustomId: _customId,
    agentEmail: _email,
    agentExtension: _extension,
    ...rest
  } = fields;
  return rest;
}

const withDraft = (hooks: readonly Hook[], draft: Hook): Hook[] =>
  hooks.some(({ id }) => id === draft.id)
    ? hooks.map((hook) => (hook.id === draft.id ? draft : hook))
    : [...hooks, draft];

function addressOf(
  popupId: string,
  call: CallData,
  urls: PreparedUrls,
): HookTrial['hooks'][number]['popups'][number] {
  const prepared = urls.get(popupId);
  const name = prepared?.popup.name ?? popupId;
  if (prepared === undefined) return { name, problem: 'This popup no longer exists.' };
  const address = prepared.build.ok ? prepared.build.value(call) : prepared.build;
  return address.ok
    ? { name, plainUrl: address.value.plainUrl, url: address.value.url }
    : { name, problem: address.problem.message };
}
