import { parseArgs } from 'node:util';
import { readConfig } from '../config/read-config.ts';
import type { Command } from './command.ts';
import { backUp, listDesks, makeEnrolmentCode, revokeDesks } from './desk-commands.ts';
import { sendSample } from './send-sample.ts';
import { serve } from './serve.ts';
import { tailFeed } from './tail-feed.ts';

const usage = `usage: npm run gateway -- FILE                      run the gateway
       npm run gateway -- check FILE                say what is wrong with the configuration
       npm run gateway -- enrol AGENT [--hours N]   make an enrolment code for a desk
       npm run gateway -- desks                     list the desks
       npm run gateway -- revoke DESK|AGENT         remove a desk, or all desks of an agent
       npm run gateway -- backup FILE               copy the database
       npm run gateway -- send FEED SAMPLE          post a sample to a feed
       npm run gateway -- tail FEED [--last N]      show what arrives and what became of it
FILE is the configuration; the commands after check read --config FILE, or gateway.json.
`;

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['enrol', makeEnrolmentCode],
  ['desks', listDesks],
  ['revoke', revokeDesks],
  ['backup', backUp],
  ['send', sendSample],
  ['tail', tailFeed],
]);

/** Without a database they would make one that no gateway reads. */
const ofDatabase: ReadonlySet<string> = new Set(['enrol', 'desks', 'revoke', 'backup', 'tail']);

/** Runs what the command line asks for. @returns the exit code: 2 for a wrong command line or configuration */
export async function runCommand(argv: readonly string[], workers: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      config: { type: 'string', default: 'gateway.json' },
      hours: { type: 'string', default: '24' },
      last: { type: 'string', default: '10' },
    },
  });
  const [name = '', ...args] = positionals;
  const command = commands.get(name);
  const file = command === undefined ? (name === 'check' ? args[0] : name) : values.config;
  if (file === undefined || file === '') {
    process.stderr.write(usage);
    return 2;
  }
  const read = readConfig(file, process.env);
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`${problem}\n`);
    return 2;
  }
  const { config } = read;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (name === 'check') {
    say(`${file}: no problems (feeds: ${config.feeds.length}, agents: ${config.agents.length})`);
    return 0;
  }
  if (command === undefined) return serve(config, workers);
  if (config.publish.type === 'nats' && ofDatabase.has(name)) {
    say(`${name} needs a gateway that keeps its own events: this one publishes to NATS.`);
    return 2;
  }
  const options = { hours: Number(values.hours), last: Number(values.last) };
  return command({ config, args, say, options });
}
