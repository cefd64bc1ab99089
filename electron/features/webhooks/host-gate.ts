/** At once to one host: enough for a busy desk, few enough not to hurt a small receiver. */
const perHost = 4;
/** Failures in a row after which a host is left alone for a while. */
const tolerated = 5;
/** Milliseconds: from the first rest to the longest; each failure after a rest doubles it. */
const firstRest = 10_000;
const longestRest = 300_000;

interface Host {
  running: number;
  failures: number;
  rest: number;
  restUntil: number;
}

/** Who may be sent to: at most a few at once to each host, and none while a host rests after failures. */
export class HostGate {
  private readonly hosts = new Map<string, Host>();

  /** Milliseconds since 1970 from when on it is open; 0 where it is, Infinity while the host is busy. */
  public opensAt(host: string, now: number): number {
    const state = this.hosts.get(host);
    if (state === undefined) return 0;
    // Further away than any rest is: the clock was put back.
    if (state.restUntil > now && state.restUntil <= now + longestRest) return state.restUntil;
    // After a rest one request finds out whether the host is back.
    const allowed = state.failures >= tolerated ? 1 : perHost;
    return state.running < allowed ? 0 : Infinity;
  }

  public begin(host: string): void {
    const state = this.hosts.get(host) ?? { running: 0, failures: 0, rest: 0, restUntil: 0 };
    state.running += 1;
    this.hosts.set(host, state);
  }

  public end(host: string, isTrouble: boolean, now: number): void {
    const state = this.hosts.get(host);
    if (state === undefined) return;
    state.running -= 1;
    if (!isTrouble) {
      state.failures = 0;
      state.rest = 0;
      state.restUntil = 0;
      if (state.running === 0) this.hosts.delete(host);
      return;
    }
    state.failures += 1;
    // Of several that were under way only the first ends in a longer rest.
    if (state.failures < tolerated || state.restUntil > now) return;
    state.rest = Math.min(longestRest, state.rest === 0 ? firstRest : state.rest * 2);
    state.restUntil = now + state.rest;
  }

  /** The network is back, or a person retries: paused hosts may be tried again. */
  public wake(): void {
    for (const state of this.hosts.values()) state.restUntil = 0;
  }
}
