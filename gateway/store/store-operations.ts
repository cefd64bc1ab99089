import path from 'node:path';
import { ArrivalRecords } from './arrival-records.ts';
import { DeskRecords } from './desk-records.ts';
import { EventRecords } from './event-records.ts';
import { openDatabase } from './open-database.ts';

export const databaseFile = (folder: string): string => path.join(folder, 'gateway.db');

/** All that the database does, for the worker and for commands on the same machine. */
export function openRecords(folder: string) {
  const database = openDatabase(databaseFile(folder));
  return {
    events: new EventRecords(database),
    desks: new DeskRecords(database),
    arrivals: new ArrivalRecords(database),
    backUp: (file: string) => database.prepare('VACUUM INTO ?').run(file),
    close: () => database.close(),
  };
}
export type Records = ReturnType<typeof openRecords>;

/** The operations that the running gateway asks its worker for. */
export const storeOperations = ({ events, desks, close }: Records) => ({
  append: events.append.bind(events),
  after: events.after.bind(events),
  lastTaker: events.lastTaker.bind(events),
  clean: events.clean.bind(events),
  enrol: desks.enrol.bind(desks),
  signIn: desks.signIn.bind(desks),
  deskOf: desks.byToken.bind(desks),
  revokedSince: desks.revokedSince.bind(desks),
  forgetExpired: desks.forgetExpired.bind(desks),
  close,
});
export type StoreOperations = ReturnType<typeof storeOperations>;
