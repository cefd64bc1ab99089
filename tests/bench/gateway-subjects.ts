/** What the gateway bench measures: the real gateway, and two programs of a page that do the least. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tokenHash } from '../../gateway/hub/credentials.ts';
import { openRecords } from '../../gateway/store/store-operations.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';

export interface Subject {
  readonly child: ChildProcess;
  readonly port: number;
  readonly pathFor: (agent: number) => string;
}

const secret = 'secret-of-the-bench-0123456789';

/** @param database where each body is kept first; nothing is kept unless it is given */
export async function startBare(database?: string): Promise<Subject> {
  const port = await freePort();
  const file = path.join(import.meta.dirname, 'bare-gateway.ts');
  const kept = database === undefined ? [] : [database];
  const child = spawn(process.execPath, ['--import', 'tsx', file, String(port), ...kept], {
    stdio: 'ignore',
  });
  await answers(port, '/');
  return { child, port, pathFor: (agent) => `/in/${agent}` };
}

interface GatewayOptions {
  /** The built program. */
  readonly program: string;
  /** For its configuration and data. */
  readonly folder: string;
  readonly desks: number;
  /** Of Node. */
  readonly flags: readonly string[];
}

export async function startOurs({
  program,
  folder,
  desks,
  flags,
}: GatewayOptions): Promise<Subject> {
  const port = await freePort();
  const data = path.join(folder, 'data');
  const file = path.join(folder, 'gateway.json');
  const ids = Array.from({ length: desks }, (_, index) => String(index));
  const feed = {
    name: 'bench',
    dialect: 'cloudevents',
    authentication: { type: 'path', secret },
    perSecond: 100_000,
  };
  mkdirSync(data, { recursive: true });
  enrol(data, ids);
  writeFileSync(
    file,
    JSON.stringify({ data, listen: { port }, agents: ids.map((id) => ({ id })), feeds: [feed] }),
  );
  const child = spawn(process.execPath, [...flags, program, file], { stdio: 'ignore' });
  await answers(port, '/healthz');
  return { child, port, pathFor: () => `/in/bench/${secret}` };
}

function enrol(data: string, ids: readonly string[]): void {
  const { desks, close } = openRecords(data);
  for (const id of ids) {
    desks.addCode(id, id, Date.now() + 60_000);
    desks.enrol(id, tokenHash('t'.repeat(40) + id), `desk-${id}`, Date.now());
  }
  close();
}

const answers = (port: number, at: string): Promise<true> =>
  until(async () => {
    const response = await fetch(`http://127.0.0.1:${port}${at}`).catch(() => undefined);
    return response === undefined ? undefined : true;
  }, 'the server');
