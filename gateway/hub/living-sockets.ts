import type { WebSocket } from 'ws';

/** Milliseconds: who is silent is asked, and cut off when no answer comes. */
const askEvery = 15_000;

/** Notices sockets whose other end has gone without a word. */
export class LivingSockets {
  /** Those that have been silent since the last look. */
  private readonly silent = new Map<WebSocket, boolean>();
  private readonly timer = setInterval(() => this.look(), askEvery);

  public watch(socket: WebSocket): void {
    const heard = (): void => void this.silent.set(socket, false);
    heard();
    socket.on('message', heard);
    socket.on('ping', heard);
    socket.on('pong', heard);
    socket.on('close', () => this.silent.delete(socket));
  }

  public stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const [socket, isSilent] of this.silent) {
      if (isSilent) socket.terminate();
      else {
        this.silent.set(socket, true);
        socket.ping();
      }
    }
  }
}
