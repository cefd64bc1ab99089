import type { WebSocket } from 'ws';

/** Milliseconds: who is silent is asked, and cut off when no answer comes. */
const askEvery = 15_000;
/** Groups that are asked one after another: all of 10,000 at once would hold up the events of that moment. */
const groupCount = 100;

/** Sockets, and whether each has been silent since the last look. */
type Group = Map<WebSocket, boolean>;

/** Runs something later. @returns what calls it off */
type After = (ms: number, run: () => void) => () => void;

const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Notices sockets whose other end has gone without a word. */
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
    const heard = (): void => void group.set(socket, false);
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
    return this.groups[number % groupCount] ?? new Map<WebSocket, boolean>();
  }

  private lookLater(): () => void {
    return this.after(askEvery / groupCount, () => {
      this.look();
      this.callOff = this.lookLater();
    });
  }

  private look(): void {
    const group = this.group(this.turn);
    this.turn += 1;
    for (const [socket, isSilent] of group) {
      if (isSilent) socket.terminate();
      else {
        group.set(socket, true);
        socket.ping();
      }
    }
  }
}
