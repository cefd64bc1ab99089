import TinyQueue from 'tinyqueue';
import { roughBytes } from '../../../shared/json/rough-bytes.ts';
import type { WaitingDelivery } from '../../../shared/model/delivery.ts';

interface Entry {
  readonly record: WaitingDelivery;
  /** Entries with the same go out one after the other. */
  readonly order: string;
  /** Who was accepted first, goes first among those that are due at once. */
  readonly place: number;
}

/** Deliveries of one webhook to one host: they may be sent, or not, together. */
interface Lane {
  readonly webhook: string;
  readonly isTest: boolean;
  readonly heads: TinyQueue<Entry>;
}

/**
 * Deliveries still to be sent. An outage leaves ten thousand of them, and each answer asks for the next, so the
 * next is found without looking at the others: only the first of each call is in a heap ordered by due time.
 * A replaced or taken entry stays in the heap until it reaches the top, and is then skipped.
 */
export class WaitingList {
  private readonly entries = new Map<string, Entry>();
  /** Ids by order, the first of which may be sent. */
  private readonly orders = new Map<string, Set<string>>();
  private readonly hosts = new Map<string, Map<string, Lane>>();
  private readonly byExpiry = new TinyQueue<Entry>(
    [],
    (a, b) => a.record.expiresAt - b.record.expiresAt,
  );
  /** Handed out, and not yet put back or removed. */
  private readonly taken = new Set<string>();
  private places = 0;
  /** Of the texts in memory, about. */
  public bytes = 0;

  public get size(): number {
    return this.entries.size;
  }

  /** Adds it, or puts a taken or changed one back: it keeps its place among those of its call. */
  public put(record: WaitingDelivery): void {
    const order = JSON.stringify([record.webhook, record.callKey]);
    const place = this.entries.get(record.id)?.place ?? this.places++;
    const entry = { record, order, place };
    const before = this.entries.get(record.id);
    this.bytes += roughBytes(record) - (before === undefined ? 0 : roughBytes(before.record));
    this.entries.set(record.id, entry);
    this.taken.delete(record.id);
    const ids = this.orders.get(order);
    if (ids === undefined) this.orders.set(order, new Set([record.id]));
    else ids.add(record.id);
    this.byExpiry.push(entry);
    if (this.isFirst(entry)) this.line(entry);
  }

  /** It was delivered or failed: the next of its call may be sent. */
  public remove(id: string): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.entries.delete(id);
    this.bytes -= roughBytes(entry.record);
    this.taken.delete(id);
    const ids = this.orders.get(entry.order);
    ids?.delete(id);
    const [nextId] = ids ?? [];
    const next = nextId === undefined ? undefined : this.entries.get(nextId);
    if (next === undefined) this.orders.delete(entry.order);
    else if (!this.taken.has(next.record.id)) this.line(next);
  }

  /** Removes what is past its time, but for what is on its way: that may still arrive. */
  public removeExpired(now: number): readonly WaitingDelivery[] {
    const expired: WaitingDelivery[] = [];
    for (let entry = this.byExpiry.peek(); entry !== undefined; entry = this.byExpiry.peek()) {
      const isStale = this.isStale(entry);
      if (!isStale && entry.record.expiresAt > now) break;
      this.byExpiry.pop();
      if (isStale) continue;
      expired.push(entry.record);
      this.remove(entry.record.id);
    }
    return expired;
  }

  /** Milliseconds since 1970; Infinity where nothing waits. */
  public firstExpiry(): number {
    return this.byExpiry.peek()?.record.expiresAt ?? Infinity;
  }

  public hostNames(): readonly string[] {
    return [...this.hosts.keys()];
  }

  /** The one that is due first among the webhooks that are on. It stays in the list, and stays its own. */
  public peekDue(host: string, isOn: (webhook: string) => boolean): WaitingDelivery | undefined {
    return this.firstLane(host, isOn)?.heads.peek()?.record;
  }

  /** It is handed out once, until it is put back. */
  public take(record: WaitingDelivery): void {
    this.taken.add(record.id);
  }

  /** Puts every one that waits through `change`. */
  public replaceAll(change: (record: WaitingDelivery) => WaitingDelivery): void {
    for (const { record } of [...this.entries.values()]) {
      if (!this.taken.has(record.id)) this.put(change(record));
    }
  }

  private firstLane(host: string, isOn: (webhook: string) => boolean): Lane | undefined {
    const lanes = this.hosts.get(host);
    let first: Lane | undefined;
    let head: Entry | undefined;
    for (const [name, lane] of lanes ?? []) {
      const entry = this.head(lane);
      if (entry === undefined) {
        lanes?.delete(name);
        continue;
      }
      if (!lane.isTest && !isOn(lane.webhook)) continue;
      if (head === undefined || byDueTime(entry, head) < 0) {
        first = lane;
        head = entry;
      }
    }
    if (lanes?.size === 0) this.hosts.delete(host);
    return first;
  }

  private head(lane: Lane): Entry | undefined {
    for (let entry = lane.heads.peek(); entry !== undefined; entry = lane.heads.peek()) {
      if (!this.isStale(entry)) return entry;
      lane.heads.pop();
    }
    return undefined;
  }

  /** A heap holds it still, but it was replaced, taken or removed meanwhile. */
  private isStale(entry: Entry): boolean {
    return this.entries.get(entry.record.id) !== entry || this.taken.has(entry.record.id);
  }

  private isFirst({ record, order }: Entry): boolean {
    const [first] = this.orders.get(order) ?? [];
    return first === record.id;
  }

  private line(entry: Entry): void {
    const { host, webhook, isTest } = entry.record;
    const lanes = this.hosts.get(host) ?? new Map<string, Lane>();
    this.hosts.set(host, lanes);
    const name = JSON.stringify([webhook, isTest]);
    const lane = lanes.get(name) ?? { webhook, isTest, heads: new TinyQueue([], byDueTime) };
    lanes.set(name, lane);
    lane.heads.push(entry);
  }
}

const byDueTime = (a: Entry, b: Entry): number =>
  a.record.nextAt - b.record.nextAt || a.place - b.place;
