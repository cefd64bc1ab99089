import electronLog from 'electron-log/main.js';
import path from 'node:path';
import type { Log, LogData } from './log.ts';

/** Bytes; then the file is put aside once and begun anew. */
const maxLogSize = 5 * 1024 * 1024;

/**
 * The technical log in a file of the user-data folder. Every line passes `mask`, so that a secret that
 * got into a message by accident does not get into the file.
 */
export function createFileLog(folder: string, mask: (text: string) => string): Log {
  const logger = electronLog.create({ logId: 'ringcue' });
  const file = logger.transports.file;
  file.resolvePathFn = () => path.join(folder, 'ringcue.log');
  file.maxSize = maxLogSize;
  file.sync = false; // no disk work on the thread that opens popups
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.format = '{iso} {level} {text}';
  logger.transports.console.level = false;
  // By default each line goes to every window, too: also to a CRM's page, and at the cost of a millisecond for a ring.
  logger.transports.ipc.level = false;
  logger.transports.remote.level = false;
  const masked = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? mask(value) : value;
  const line = (event: string, data: LogData | undefined): string => {
    const facts = Object.entries(data ?? {})
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => `${name}=${JSON.stringify(value, masked)}`);
    return [mask(event), ...facts].join(' ');
  };
  return {
    info: (event, data) => logger.info(line(event, data)),
    warn: (event, data) => logger.warn(line(event, data)),
    error: (event, data) => logger.error(line(event, data)),
  };
}
