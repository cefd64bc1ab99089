import { withAgent } from '../../../shared/calls/agent-fields.ts';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import { agentOf } from '../../../shared/dialects/assemble-event.ts';
import { normalizeCallData } from '../../../shared/dialects/normalize-call-data.ts';
import { isJsonObject } from '../../../shared/json/json-value.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';

/**
 * A call to try definitions on: the sample, the call of a past popup, or one that was typed.
 *
 * @param ofPopup the call of a past popup; undefined where it can no longer be read
 */
export function trialCallOf(
  choice: TrialCall,
  agent: AgentIdentity | undefined,
  ofPopup: (id: string) => CallData | undefined,
): Result<CallData> {
  if (choice.from === 'sample') return ok(sampleCallFor(agent));
  const found = chosenCall(choice, ofPopup);
  return found.ok ? ok(callForAgent(found.value, agent)) : found;
}

function chosenCall(
  choice: Exclude<TrialCall, { from: 'sample' }>,
  ofPopup: (id: string) => CallData | undefined,
): Result<CallData> {
  switch (choice.from) {
    case 'popup': {
      const call = ofPopup(choice.id);
      return call === undefined ? fail(message('problem.popup.callUnreadable')) : ok(call);
    }
    case 'typed': {
      const parsed = parseJson(choice.json);
      if (!parsed.ok) return parsed;
      if (!isJsonObject(parsed.value)) return fail(message('problem.trial.callNotAnObject'));
      return ok(normalizeCallData(parsed.value));
    }
  }
}

/** The sample belongs to the current agent, so that the test is meaningful. */
function withoutAgent(fields: CallData['fields']): CallData['fields'] {
  const {
    agentId: _id,
    agentCustomId: _customId,
    agentEmail: _email,
    agentExtension: _extension,
    agentNumber: _number,
    ...rest
  } = fields;
  return rest;
}

/** A call without an agent is treated as one of the current agent, for the test. */
function callForAgent(call: CallData, agent: AgentIdentity | undefined): CallData {
  return agent === undefined || agentOf(call) !== undefined ? call : withAgent(call, agent);
}

/** The sample, as a call of the current agent. */
export function sampleCallFor(agent: AgentIdentity | undefined): CallData {
  const call = { ...sampleCall, fields: withoutAgent(sampleCall.fields) };
  const own = callForAgent(call, agent);
  // Not every agent has a number; a preview shows where it would stand all the same.
  const { agentNumber = '' } = sampleCall.fields;
  return { ...own, fields: { agentNumber, ...own.fields } };
}
