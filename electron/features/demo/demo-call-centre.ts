import { randomBytes } from 'node:crypto';
import { popupInputSchema } from '../../../shared/model/popup.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { sourceInputSchema } from '../../../shared/model/source.ts';
import { configVersion, type ConfigInput } from '../../../shared/model/config-document.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { Clock } from '../../platform/clock.ts';
import { startCrmServer, type CrmServer, type CrmVisit } from './crm-server.ts';
import { demoAgent, demoCall } from './demo-calls.ts';
import type { DemoGateway } from './demo-gateway.ts';

/** A demo call is answered and ends automatically (milliseconds). */
const answerAfter = 8_000;
const hangupAfter = 30_000;

/** A call centre on loopback to try everything without any setup. */
export class DemoCallCentre {
  private servers: { gateway: DemoGateway; crm: CrmServer } | undefined;
  private rung = 0;
  private timers: (() => void)[] = [];

  public constructor(
    private readonly clock: Clock,
    /** The current agent: demo calls ring for this one. */
    private readonly agent: () => AgentIdentity | undefined,
    private readonly onVisit: (visit: CrmVisit) => void,
    private readonly startGateway: () => Promise<DemoGateway>,
  ) {}

  /** Starts both servers. @returns the configuration that connects to them */
  public async start(): Promise<ConfigInput> {
    const passphrase = randomBytes(24).toString('base64url');
    const [gateway, crm] = await Promise.all([
      this.startGateway(),
      startCrmServer(passphrase, this.onVisit),
    ]);
    this.servers = { gateway, crm };
    return demoConfig(gateway, crm.url, passphrase);
  }

  public isRunning(): boolean {
    return this.servers !== undefined;
  }

  /** Rings as soon as the app is connected. @returns when the event left (milliseconds since 1970) */
  public async ring(): Promise<number> {
    const gateway = this.servers?.gateway;
    if (gateway === undefined) throw new Error('The demo is not running.');
    await gateway.connected();
    const { id, customId, email, extension } = this.agent() ?? demoAgent;
    const agent = { id, customId, email, extension };
    const call = demoCall(this.rung++, new Date(this.clock.now()), agent);
    const later = (ms: number, form: URLSearchParams): (() => void) =>
      this.clock.after(ms, () => {
        // The demo may end while this is on its way.
        gateway.post(form).catch(() => undefined);
      });
    this.timers.push(later(answerAfter, call.answered), later(hangupAfter, call.hangup));
    const at = this.clock.now();
    await gateway.post(call.ringing);
    return at;
  }

  public async stop(): Promise<void> {
    for (const cancel of this.timers.splice(0)) cancel();
    const { servers } = this;
    this.servers = undefined;
    await servers?.gateway.stop();
    await servers?.crm.stop();
  }
}

function demoConfig({ url, token }: DemoGateway, crmUrl: string, passphrase: string): ConfigInput {
  const parameter = (name: string, field: string) => ({ name, field });
  return {
    version: configVersion,
    agent: demoAgent,
    sources: [
      sourceInputSchema.parse({
        id: 'demo-source',
        name: 'Demo call centre',
        transport: { type: 'websocket', url, token },
        carries: 'this-agent',
      }),
    ],
    popups: [
      popupInputSchema.parse({
        id: 'demo-popup',
        name: 'Demo CRM',
        url: crmUrl,
        parameters: [
          parameter('name', 'contactName'),
          parameter('phone', 'callerNumber'),
          parameter('queue', 'queueName'),
          parameter('agent', 'agentEmail'),
          parameter('alias', 'agentExtension'),
          parameter('callkey', 'callId'),
          parameter('event', 'event'),
          parameter('city', 'custom.city'),
        ],
        encryption: { key: passphrase },
      }),
    ],
    rules: [
      ruleSchema.parse({
        id: 'demo-rule',
        name: 'Demo call rings',
        when: { stage: 'ringing' },
        actions: [{ do: 'popup', popup: 'demo-popup' }],
      }),
    ],
  };
}
