import { encodeAccount, encodeOperator, encodeUser, fmtCreds, newScopedSigner } from '@nats-io/jwt';
import { nkeys } from '@nats-io/nats-core';
import { onTestFinished } from 'vitest';
import { startNats, type RunningBus } from './bus-processes.ts';
import { scopedRights } from './scaling-rules.ts';
import { temporaryFolder } from './temporary-folder.ts';

const unlimited = {
  ...{ conn: -1, subs: -1, data: -1, payload: -1, imports: -1, exports: -1, wildcards: true },
  ...{ mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 },
};

export interface NatsAccounts {
  readonly server: RunningBus;
  /** The .creds text of a desk: only what names its agent. */
  readonly deskCredentials: (agent: string, expires?: Date) => Promise<string>;
  /** Of the gateway, which may do all. */
  readonly gatewayCredentials: string;
}

/** A real nats-server that trusts an operator, with an account whose desks are signed by a scoped key. */
export async function natsAccounts(): Promise<NatsAccounts> {
  const [operator, account, system] = [
    nkeys.createOperator(),
    nkeys.createAccount(),
    nkeys.createAccount(),
  ];
  const [desks, gateway] = [nkeys.createAccount(), nkeys.createUser()];
  const accountJwt = await encodeAccount(
    'calls',
    account,
    { signing_keys: [newScopedSigner(desks, 'desk', scopedRights())], limits: unlimited },
    { signer: operator },
  );
  const systemJwt = await encodeAccount('SYS', system, {}, { signer: operator });
  const server = await startNats(
    temporaryFolder(),
    `operator: ${await encodeOperator('company', operator)}
resolver: MEMORY
resolver_preload: { ${account.getPublicKey()}: ${accountJwt}, ${system.getPublicKey()}: ${systemJwt} }
system_account: ${system.getPublicKey()}`,
  );
  onTestFinished(() => server.stop());
  const text = (jwt: string, key: Parameters<typeof fmtCreds>[1]): string =>
    new TextDecoder().decode(fmtCreds(jwt, key));
  return {
    server,
    async deskCredentials(agent, expires) {
      const key = nkeys.createUser();
      const options = {
        signer: desks,
        scopedUser: true,
        ...(expires && { exp: expires.getTime() / 1000 }),
      };
      return text(await encodeUser(agent, key, account, {}, options), key);
    },
    gatewayCredentials: text(await encodeUser('gateway', gateway, account), gateway),
  };
}
