import type { ConfigInput } from '../../shared/model/config-document.ts';
import { ManagedConfig, type SharedConfig } from '../features/managed/index.ts';
import { UpdateService, whyNoUpdates } from '../features/updates/index.ts';
import type { NetworkParts } from '../platform/network/network-parts.ts';
import { createOwnUpdater, ownInstallation } from '../platform/updates/own-updater.ts';
import { readMachinePolicy, type MachinePolicy } from '../platform/policy/machine-policy.ts';
import type { DocumentFile } from '../platform/ports/document-file.ts';
import type { Core } from './core.ts';

/** What the company decides, as it was when the app started. */
export interface Company {
  readonly machine: MachinePolicy;
  readonly kept: SharedConfig | undefined;
  readonly keptFile: DocumentFile;
  /** From `--config`. */
  readonly file: ConfigInput | undefined;
}

type ManagedDeps = ConstructorParameters<typeof ManagedConfig>[0];

export function createManaged(
  { clock, config, log, deskId }: Core,
  { sendHttp }: NetworkParts,
  { file, machine, ...kept }: Company,
  listeners: Pick<ManagedDeps, 'isBusy' | 'onProblem'>,
): ManagedConfig {
  return new ManagedConfig({
    ...kept,
    ...listeners,
    clock,
    log,
    sendHttp,
    deskId,
    machine,
    environment: process.env,
    random: Math.random,
    readMachine: () => readMachinePolicy(machine.file, process.env),
    apply: (managed) => config.service.setManaged({ file, ...managed }),
  });
}

type UpdateDeps = ConstructorParameters<typeof UpdateService>[0];

export function createUpdates(
  { clock, log }: Core,
  { proxyCredentials }: NetworkParts,
  { file }: Company,
  asks: Pick<UpdateDeps, 'policy' | 'isBusy'>,
): UpdateService {
  return new UpdateService({
    ...asks,
    clock,
    log,
    updater: createOwnUpdater({ log, proxyCredentials }),
    whyNot: whyNoUpdates(ownInstallation()),
    losesOptions: process.platform !== 'linux' && file !== undefined,
    random: Math.random,
  });
}
