import { dialects } from '../../shared/dialects/dialects.ts';
import { readFrame } from '../../shared/frames/read-frame.ts';
import type { AgentIdentity } from '../../shared/model/agent-identity.ts';
import { errorText } from '../platform/logging/log.ts';
import type { Core } from './core.ts';
import type { Services } from './services.ts';

/** Milliseconds after the start, when the desk is drawn and nothing else is due. */
const idleAfter = 1_500;
/** Each more makes the same code run once more. */
const mostPopups = 10;

/**
 * Soon after the start, does what the first call would otherwise do for the first time: V8 compiles a function when it first runs,
 * and the ranges of all countries' numbers are read. That call's page would be requested 30 ms later (measured).
 *
 * @returns a function that takes the plan back
 */
export const rehearseSoon = (core: Core, services: Services): (() => void) =>
  core.clock.after(idleAfter, () => {
    try {
      rehearse(core, services);
      core.log.info('call rehearsed');
    } catch (error) {
      core.log.warn('call not rehearsed', { problem: errorText(error) });
    }
  });

function rehearse({ clock, config, showNumber }: Core, { calls, popups }: Services): void {
  const { agent, popups: definitions } = config.snapshot();
  const text = ringing(agent, clock.now());
  const read = readFrame({ text, bytes: text.length }, { framing: undefined, isMapped: false });
  for (const item of read.ok ? read.value.items : []) {
    const context = { source: 'rehearsal', receivedAt: clock.now(), feed: {} };
    const decoded = dialects.cloudevents.decode(item, context);
    for (const event of decoded.ok ? decoded.value : []) calls.rehearse(event);
  }
  const sample = popups.trialCall({ from: 'sample' });
  for (const { id } of sample.ok ? definitions.slice(0, mostPopups) : []) {
    const prepared = popups.urls.get(id);
    if (prepared?.build.ok === true && sample.ok) prepared.build.value(sample.value);
  }
  showNumber('+12025550143');
}

/** A call for this agent, as phone systems tell of it. The numbers are reserved for examples. */
const ringing = (agent: AgentIdentity | undefined, now: number): string =>
  JSON.stringify({
    specversion: '1.0',
    id: 'rehearsal',
    source: 'ringcue',
    type: 'call.ringing',
    time: new Date(now).toISOString(),
    data: {
      callId: 'rehearsal',
      direction: 'inbound',
      callerNumber: '+12025550143',
      calledNumber: '+12025550100',
      contactName: 'Grace Hopper',
      queue: { id: '1', name: 'Rehearsal' },
      agent: agent ?? {},
    },
  });
