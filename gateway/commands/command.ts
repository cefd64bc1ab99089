import type { GatewayConfig } from '../config/gateway-config.ts';

/** What every command gets. */
export interface CommandContext {
  readonly config: GatewayConfig;
  readonly args: readonly string[];
  readonly say: (line: string) => void;
  readonly options: { readonly hours: number; readonly last: number };
}

/** @returns the exit code */
export type Command = (context: CommandContext) => Promise<number> | number;
