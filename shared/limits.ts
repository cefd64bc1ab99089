const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/**
 * How large each thing may become that grows by what others send. Bytes are those of its texts in memory (two a
 * character), as `roughBytes` counts them. ARCHITECTURE.md has the table with what happens at each limit; a test holds the two
 * together.
 */
export const limits = {
  /** One message. Larger than any call event of the known systems by far. */
  frameBytes: megabyte,
  /** One WebSocket message of a source: up to here it is refused alone, above it only with its connection. */
  socketMessageBytes: 16 * megabyte,
  /** One WebSocket message of a bus: NATS puts many events into one. */
  busMessageBytes: 32 * megabyte,
  /** One event on MQTT. */
  busEventBytes: 8 * megabyte,
  /**
   * Events that NATS sends ahead: its servers allow a megabyte each, and may put all of them into one message. Counted, as a
   * limit in bytes makes them stop for half a minute wherever an event does not fit into what is left of it.
   */
  busAheadEvents: 24,
  /** Messages that a source brought and that are not read yet: above it, its socket is paused. */
  unreadBytes: 8 * megabyte,
  /** As before, by number: each also costs something of its own. */
  unreadMessages: 1_000,
  /** Messages of one source that wait for its mapping, where nothing can be paused. */
  mappingQueueBytes: 16 * megabyte,
  /** The events of all calls in memory. A call has 20 kB; a busy centre of 2,000 calls fits. */
  callBytes: 96 * megabyte,
  /** What was acted on within a day: 100,000 claims of 200 characters are 40 MB. */
  claimBytes: 48 * megabyte,
  /** What waits to be written to the log while the disk is slow. */
  logQueueBytes: 32 * megabyte,
  /** Webhooks that wait in memory to be sent: 10,000 of 4 kB after a day without network are 80 MB. */
  outboxBytes: 192 * megabyte,
  /** Requests of the webhooks accepted last, so that their first attempt need not ask the disk. */
  freshRequestBytes: 4 * megabyte,
  /** A policy file, and a signed configuration from a URL: 10,000 popups with their rules have 8 MB. */
  sharedConfigBytes: 32 * megabyte,
  /** Customers of one lookup to choose from while a call rings: nobody reads more. */
  offeredMatches: 50,
  /** Notices on the desk: nobody reads more. */
  notices: 50,
  /** Browser tabs that rules open within ten seconds: a flood of events must not become one of tabs. */
  browserTabs: 10,
  /** Crash reports on the disk: support asks for the last ones. */
  crashReports: 10,
  /** All of them: one has one to four megabytes. */
  crashReportBytes: 32 * megabyte,
} as const;
