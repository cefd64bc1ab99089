import { limits } from '../../../shared/limits.ts';

interface Flow {
  readonly pause: () => void;
  readonly resume: () => void;
}

/** What a socket brought and is not read yet. Above the limit the socket waits, until half of it is read. */
export class UnreadBytes {
  private bytes = 0;
  private messages = 0;
  private paused = false;

  public constructor(private readonly flow: Flow) {}

  public isPaused(): boolean {
    return this.paused;
  }

  /** @param taken resolves when the message was read */
  public add(bytes: number, taken: Promise<void>): void {
    this.bytes += bytes;
    this.messages += 1;
    if (
      !this.paused &&
      (this.bytes > limits.unreadBytes || this.messages > limits.unreadMessages)
    ) {
      this.paused = true;
      this.flow.pause();
    }
    const read = (): void => this.read(bytes);
    taken.then(read, read);
  }

  private read(bytes: number): void {
    this.bytes -= bytes;
    this.messages -= 1;
    const isHalf =
      this.bytes <= limits.unreadBytes / 2 && this.messages <= limits.unreadMessages / 2;
    if (!this.paused || !isHalf) return;
    this.paused = false;
    this.flow.resume();
  }
}
