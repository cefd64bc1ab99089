import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WaitingDelivery } from '../../../shared/model/delivery.ts';
import { WaitingList } from '../../../electron/features/webhooks/waiting-list.ts';

const recordOf = (id: string, over: Partial<WaitingDelivery>): WaitingDelivery => ({
  id,
  number: 0,
  webhook: 'w',
  webhookName: 'W',
  host: 'a.test',
  callKey: id,
  caller: '',
  stage: 'hangup',
  acceptedAt: 0,
  nextAt: 0,
  expiresAt: 1_000,
  isTest: false,
  state: 'waiting',
  attempts: 0,
  roundStart: 0,
  lastMs: 0,
  problem: null,
  ...over,
});

/** The same rules written plainly: it looks at everything each time. */
class PlainList {
  public readonly records: WaitingDelivery[] = [];
  public readonly taken = new Set<string>();

  public put(record: WaitingDelivery): void {
    this.taken.delete(record.id);
    const index = this.records.findIndex(({ id }) => id === record.id);
    if (index === -1) this.records.push(record);
    else this.records[index] = record;
  }

  public remove(id: string): void {
    this.taken.delete(id);
    const index = this.records.findIndex((record) => record.id === id);
    if (index !== -1) this.records.splice(index, 1);
  }

  public removeExpired(now: number): string[] {
    const expired = this.records.filter(
      ({ id, expiresAt }) => expiresAt <= now && !this.taken.has(id),
    );
    for (const { id } of expired) this.remove(id);
    return expired.map(({ id }) => id).sort();
  }

  public peekDue(host: string, isOn: (webhook: string) => boolean): string | undefined {
    const seen = new Set<string>();
    const [first] = this.records
      .filter(({ webhook, callKey }) => {
        const order = `${webhook}/${callKey}`;
        return seen.has(order) ? false : seen.add(order);
      })
      .filter(
        (record) =>
          record.host === host &&
          !this.taken.has(record.id) &&
          (record.isTest || isOn(record.webhook)),
      )
      // Stable: who was accepted first stays first.
      .sort((a, b) => a.nextAt - b.nextAt);
    return first?.id;
  }
}

const step = fc.record({
  what: fc.constantFrom('put', 'put', 'put', 'take', 'again', 'remove', 'expire'),
  id: fc.nat(11),
  nextAt: fc.nat(5),
  expiresAt: fc.nat(9),
  now: fc.nat(9),
});

it('gives out what a look at every delivery would give out', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const [list, plain] = [new WaitingList(), new PlainList()];
      for (const { what, id: number, nextAt, expiresAt, now } of steps) {
        const id = `d${number}`;
        const facts = {
          webhook: `w${number % 2}`,
          host: number % 4 === 0 ? 'b.test' : 'a.test',
          callKey: `c${number % 3}`,
          isTest: number === 7,
        };
        const known = plain.records.find((record) => record.id === id);
        if (what === 'put' && known === undefined) {
          for (const one of [list, plain]) one.put(recordOf(id, { ...facts, nextAt, expiresAt }));
        } else if (what === 'again' && plain.taken.has(id) && known !== undefined) {
          for (const one of [list, plain]) one.put({ ...known, nextAt });
        } else if (what === 'take') {
          const record = list.peekDue('a.test', () => true);
          if (record !== undefined) {
            list.take(record);
            plain.taken.add(record.id);
          }
        } else if (what === 'remove') {
          for (const one of [list, plain]) one.remove(id);
        } else if (what === 'expire') {
          const expired = list.removeExpired(now).map((record) => record.id);
          expect(expired.sort()).toEqual(plain.removeExpired(now));
        }
        expect(list.size).toBe(plain.records.length);
        for (const host of ['a.test', 'b.test']) {
          for (const isOn of [() => true, (webhook: string) => webhook === 'w1']) {
            expect(list.peekDue(host, isOn)?.id).toBe(plain.peekDue(host, isOn));
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});
