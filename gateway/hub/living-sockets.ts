import type { WebSocket } from 'ws';

/** Milliseconds between two looks at a socket: silent at one it is asked, silent at the next it is cut off. */
const lookEvery = 10_000;
/** Groups that are looked at one after another: asking all of 10,000 at once would hold up the events of that moment. */
const groupCount = 500;

type State = 'heard' | 'silent' | 'asked';
type Group = Map<WebSocket, State>;

/** Runs something later. @returns what calls it off */
type After = (ms: number, run: () => void) => () => void;

const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Notices sockets whose other end has gone without a word. Ringcue's desks ask every few seconds themselves, so they are
 * never asked: 10,000 questions and answers would take as long as the events.
 */
export class LivingSockets {
  private readonly groups: readonly Group[] = Array.from({ length: groupCount }, () => new Map());
  private callOff: () => void;
  private watched = 0;
  private turn = 0;

  public constructor(private readonly after: After = afterTimeout) {
    this.callOff = this.lookLater();
  }

  public watch(socket: WebSocket): void {
    const group = this.group(this.watched);
    this.watched += 1;
    const heard = (): void => void group.set(socket, 'heard');
    heard();
    socket.on('message', heard);
    socket.on('ping', heard);
    socket.on('pong', heard);
    socket.on('close', () => group.delete(socket));
  }

  public stop(): void {
    this.callOff();
  }

  private group(number: number): Group {
    return this.groups[number % groupCount] ?? new Map<WebSocket, State>();
  }

  private lookLater(): () => void {
    return this.after(lookEvery / groupCount, () => {
      this.look();
      this.callOff = this.lookLater();
    });
  }

  private look(): void {
    const group = this.group(this.turn);
    this.turn += 1;
    for (const [socket, state] of group) {
      if (state === 'heard') {
        group.set(socket, 'silent');
      } else if (state === 'silent') {
        group.set(socket, 'asked');
        socket.ping();
      } else {
        socket.terminate();
      }
    }
  }
}
