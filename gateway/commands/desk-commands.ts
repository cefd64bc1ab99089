import { existsSync } from 'node:fs';
import { codeHash, makeCode } from '../hub/credentials.ts';
import { openRecords } from '../store/store-operations.ts';
import type { Command } from './command.ts';

const hour = 3_600_000;
const longestHours = 24 * 31;

/** `enrol AGENT`: prints a code that one desk can use once. */
export const makeEnrolmentCode: Command = ({ config, args, say, options }) => {
  const [agent = ''] = args;
  const isListed = config.agents.some(({ id }) => id === agent);
  if (!isListed || !(options.hours > 0 && options.hours <= longestHours)) {
    say(isListed ? `--hours is 1 to ${longestHours}` : `No agent "${agent}" in the configuration.`);
    return 2;
  }
  const records = openRecords(config.data);
  const code = makeCode();
  const expires = Date.now() + options.hours * hour;
  records.desks.addCode(codeHash(code), agent, expires);
  records.close();
  say(`${code}   for one desk of agent ${agent}, until ${new Date(expires).toISOString()}`);
  return 0;
};

/** `desks`: one line each. */
export const listDesks: Command = ({ config, say }) => {
  const records = openRecords(config.data);
  for (const { id, agent, since, revoked, expires } of records.desks.all()) {
    const removed = revoked === null ? '' : `   removed ${new Date(revoked).toISOString()}`;
    const until = expires === null ? '' : `   until ${new Date(expires).toISOString()}`;
    say(`${id}   agent ${agent}   since ${new Date(since).toISOString()}${until}${removed}`);
  }
  records.close();
  return 0;
};

/** `revoke DESK|AGENT`: the running gateway closes their connections within two seconds. */
export const revokeDesks: Command = ({ config, args, say }) => {
  const [who = ''] = args;
  const records = openRecords(config.data);
  const count = records.desks.revoke(who, Date.now());
  records.close();
  say(`${count} ${count === 1 ? 'desk' : 'desks'} removed`);
  return count === 0 ? 1 : 0;
};

/** `backup FILE`: a copy of the database as it is now, also while the gateway runs. */
export const backUp: Command = ({ config, args, say }) => {
  const [file = ''] = args;
  if (file === '' || existsSync(file)) {
    say('Name a file that does not exist yet.');
    return 2;
  }
  // It holds callers' numbers: not for other users of the machine.
  process.umask(0o077);
  const records = openRecords(config.data);
  records.backUp(file);
  records.close();
  say(`${file} written`);
  return 0;
};
