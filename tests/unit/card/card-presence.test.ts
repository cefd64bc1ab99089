import { expect, it } from 'vitest';
import { CardPresence } from '../../../electron/features/card/card-presence.ts';
import { firstPlace, snapToEdge } from '../../../electron/features/card/snap-to-edge.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const call = (key: string, outcome: CallView['outcome']): CallView => ({
  key,
  stage: 'ringing',
  outcome,
  caller: { name: key, number: '' },
  startedAt: 0,
  data: { fields: {}, custom: {}, ext: {} },
});

function setUp() {
  const clock = new FakeClock();
  const outcomes = new Map<string, CallView['outcome']>();
  const state = { isOn: true };
  const said: boolean[] = [];
  const card = new CardPresence({
    clock,
    isOn: () => state.isOn,
    view(key) {
      const outcome = outcomes.get(key);
      return outcome && call(key, outcome);
    },
    onChange: (shown) => said.push(shown),
  });
  const event = (key: string, outcome: CallView['outcome']): void => {
    outcomes.set(key, outcome);
    card.callChanged(key);
    clock.advance(100);
  };
  return { clock, card, state, said, event };
}

it('comes when the popup is on screen, and goes with the call', () => {
  const { card, event, said, clock } = setUp();
  event('one', 'running');
  expect(card.shown).toBe(false);
  card.popupShown('one');
  expect(card.shown).toBe(true);
  event('one', 'answered');
  expect(said).toEqual([true, false]);
  expect(clock.pending()).toBe(0);
});

it('waits no longer than a moment for a popup that does not come', () => {
  const { card, event, clock } = setUp();
  event('one', 'running');
  clock.advance(1_499);
  expect(card.shown).toBe(false);
  clock.advance(1);
  expect(card.shown).toBe(true);
  card.dispose();
});

it('is not there for calls that are none of the agent’s, or over before their popup came', () => {
  const { card, event, clock } = setUp();
  card.popupShown('a test');
  event('one', 'missed');
  card.popupShown('one');
  clock.advance(10_000);
  expect(card.shown).toBe(false);
});

it('stays away while the desk is looked at, where it is off, and until the next call where it was hidden', () => {
  const { card, event, state } = setUp();
  event('one', 'running');
  card.popupShown('one');
  card.deskFocused(true);
  expect(card.shown).toBe(false);
  card.deskFocused(false);
  expect(card.shown).toBe(true);
  state.isOn = false;
  card.apply();
  expect(card.shown).toBe(false);
  state.isOn = true;
  card.apply();
  card.dismiss();
  expect(card.shown).toBe(false);
  event('two', 'running');
  card.popupShown('two');
  expect(card.shown).toBe(true);
});

it('keeps to the nearest edge of the screen it is on, whole', () => {
  const area = { x: 1_000, y: 0, width: 1_000, height: 700 };
  const size = { width: 320, height: 96 };
  const at = (x: number, y: number) => {
    const place = snapToEdge({ ...size, x, y }, area);
    return [place.x, place.y];
  };
  expect(at(1_020, 300)).toEqual([1_008, 300]);
  expect(at(1_600, 300)).toEqual([1_672, 300]);
  expect(at(1_400, 30)).toEqual([1_400, 8]);
  expect(at(1_400, 560)).toEqual([1_400, 596]);
  expect(at(5_000, -50)).toEqual([1_672, 8]);
  expect(firstPlace(size, area)).toMatchObject({ x: 1_672, y: 596 });
  // A screen smaller than the card shows its beginning.
  const tiny = { x: 0, y: 0, width: 200, height: 50 };
  expect(snapToEdge({ ...size, x: 90, y: 90 }, tiny)).toMatchObject({ x: 8, y: 8 });
});
