import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { endWithTest } from './end-with-test.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

interface Certificate {
  readonly caFile: string;
  readonly keyFile: string;
  readonly certFile: string;
}

/** A real rsyslogd that takes messages over TCP, with TLS where it gets a certificate. */
export async function startSyslogServer(certificate?: Certificate) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'received.log');
  const port = await freePort();
  const tls =
    certificate === undefined
      ? ''
      : ' streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="anon"';
  const authority =
    certificate === undefined
      ? ''
      : `global(defaultNetstreamDriverCAFile="${certificate.caFile}"
       defaultNetstreamDriverCertFile="${certificate.certFile}"
       defaultNetstreamDriverKeyFile="${certificate.keyFile}")`;
  // What it understood of each message, so that a wrong frame or header is seen.
  const config = `${authority}
global(workDirectory="${folder}")
module(load="imtcp"${tls})
input(type="imtcp" port="${port}" address="127.0.0.1")
template(name="facts" type="string" string="%pri% %timegenerated:::date-rfc3339% %app-name% %msgid% %msg%\\n")
*.* action(type="omfile" file="${file}" template="facts" asyncWriting="off")
`;
  const configFile = path.join(folder, 'rsyslog.conf');
  writeFileSync(configFile, config);
  const server = spawn(
    '/usr/sbin/rsyslogd',
    ['-n', '-f', configFile, '-i', path.join(folder, 'rsyslog.pid')],
    { stdio: 'ignore' },
  );
  endWithTest(server);
  await until(
    () =>
      new Promise<true | undefined>((resolve) => {
        const probe = net.connect(port, '127.0.0.1');
        probe.once('error', () => resolve(undefined));
        probe.once('connect', () => {
          probe.destroy();
          resolve(true);
        });
      }),
    'rsyslogd',
  );
  const lines = (): string[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.includes(' ringcue '))
      : [];
  return {
    port,
    received: (count: number) =>
      until(() => (lines().length >= count ? lines() : undefined), `${count} messages`),
  };
}
