import { Events } from '../../platform/events.ts';
import type { ConfigInput } from '../../../shared/model/config-document.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CrmVisit } from './crm-server.ts';
import { startDemoGateway } from './demo-gateway.ts';
import { DemoCallCentre } from './demo-call-centre.ts';
import { DemoSwitch } from './demo-switch.ts';

interface Deps {
  readonly clock: Clock;
  /** The built demo-worker.cjs. */
  readonly worker: string;
  /** For what its gateway keeps while the demo runs. */
  readonly folder: string;
  readonly agent: () => AgentIdentity | undefined;
  /** What connects this desk to the demo; undefined takes it away. */
  readonly configure: (config: ConfigInput | undefined) => void;
}

/** What the demo tells everybody. */
export interface DemoEvents {
  /** The demo CRM was asked for its page. */
  readonly visited: CrmVisit;
  /** Switched on or off. */
  readonly changed: undefined;
}

/** A call centre on this computer, and its switch. */
export function createDemo({ clock, worker, folder, agent, configure }: Deps) {
  const events = new Events<DemoEvents>();
  const centre = new DemoCallCentre(
    clock,
    agent,
    (visit) => events.emit('visited', visit),
    () => startDemoGateway(worker, folder),
  );
  return {
    centre,
    switch: new DemoSwitch(centre, configure, () => events.emit('changed')),
    events,
    stop: () => centre.stop(),
  };
}

export type Demo = ReturnType<typeof createDemo>;
export type { CrmVisit } from './crm-server.ts';
export type { DemoCallCentre } from './demo-call-centre.ts';
