import { detachSource } from '../../../shared/config/detach-secrets.ts';
import { secretsForTest } from '../../../shared/config/own-secrets.ts';
import type { TestStep } from '../../../shared/contract/source-views.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { Source, SourceInput } from '../../../shared/model/source.ts';
import { KeptValues } from '../../platform/storage/kept-values.ts';
import { noSignIns, type CompanySignIns } from './company/company-sign-ins.ts';
import { testConnection, type ConnectionTestDeps } from './connection-test.ts';
import { transportFactory, type TransportFactoryDeps } from './transport-factory.ts';

interface Parts extends Omit<ConnectionTestDeps, 'createTransport'> {
  readonly transports: TransportFactoryDeps & {
    readonly companySignIns: Pick<CompanySignIns, 'known'>;
  };
  readonly agent: () => AgentIdentity | undefined;
  /** The sources in force. */
  readonly saved: () => readonly Source[];
}

const nowhere = { all: () => Promise.resolve([]), set: () => Promise.resolve() };

/**
 * Tests a source as edited, with secrets as typed, or as stored for the same hosts: looking at a source must not be enough to
 * send its secrets elsewhere. Nothing is saved.
 */
export async function testSource(input: SourceInput, parts: Parts): Promise<readonly TestStep[]> {
  const allowed = secretsForTest(parts.saved(), input);
  const typed = new Map<string, string>();
  const detached = detachSource(input, (name, value) => {
    if (typeof value !== 'string') return value;
    typed.set(name, value);
    return { secret: name };
  });
  // A name of its own: the session of the running source, and how far it has read, must stay untouched.
  const source = { ...detached, id: `test-${detached.id}`.slice(0, 100) };
  if (source.transport.type === 'mqtt') delete source.transport.clientId;
  const { clock, log, companySignIns } = parts.transports;
  const create = transportFactory({
    ...parts.transports,
    isTrial: true,
    // The sign-in of the agent who works here, where it is for the same gateway.
    companySignIns: {
      of: (owner) => companySignIns.known({ ...owner, source: input.id }) ?? noSignIns.of(),
    },
    positions: new KeptValues(nowhere, '', clock, log),
    revealSecret: (ref) =>
      typed.get(ref.secret) ??
      (allowed.has(ref.secret) ? parts.transports.revealSecret(ref) : undefined),
  });
  return testConnection(source, {
    ...parts,
    createTransport: (definition) => create(definition, parts.agent()),
  });
}
