import type { ConfigInput } from '../../../shared/model/config-document.ts';
import type { DemoCallCentre } from './demo-call-centre.ts';

/** The demo on and off, as the desk asks for it. */
export class DemoSwitch {
  public constructor(
    private readonly centre: DemoCallCentre,
    /** What connects this desk to the demo; undefined takes it away. */
    private readonly configure: (config: ConfigInput | undefined) => void,
    private readonly onChange: () => void,
  ) {}

  public async start(): Promise<void> {
    if (this.centre.isRunning()) return;
    this.configure(await this.centre.start());
    this.onChange();
  }

  public async stop(): Promise<void> {
    this.configure(undefined);
    await this.centre.stop();
    this.onChange();
  }

  public async ring(): Promise<void> {
    await this.centre.ring();
  }
}
