import type { ConfigInput } from '../../../shared/model/config-document.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CrmVisit } from './crm-server.ts';
import { DemoCallCentre } from './demo-call-centre.ts';
import { DemoSwitch } from './demo-switch.ts';

interface Deps {
  readonly clock: Clock;
  readonly agent: () => AgentIdentity | undefined;
  readonly onVisit: (visit: CrmVisit) => void;
  /** What connects this desk to the demo; undefined takes it away. */
  readonly configure: (config: ConfigInput | undefined) => void;
  readonly onChange: () => void;
}

/** A call centre on this computer, and its switch. */
export function createDemoParts({ clock, agent, onVisit, configure, onChange }: Deps) {
  const demo = new DemoCallCentre(clock, agent, onVisit);
  return {
    demo,
    demoSwitch: new DemoSwitch(demo, configure, onChange),
    stop: () => demo.stop(),
  };
}
