/** More than a sign-in and what it opens need. A page that opens windows in a loop must not bury the desk. */
const maxChildren = 5;

/** The windows that the page of one popup opened, and those that they opened: counted together. */
export class WindowTree {
  private children = 0;

  public hasRoom(): boolean {
    return this.children < maxChildren;
  }

  /** @returns takes it out again */
  public add(): () => void {
    this.children += 1;
    return () => (this.children -= 1);
  }
}
