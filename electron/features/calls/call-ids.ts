import type { RuleableEvent } from '../../../shared/model/call-event.ts';

/** More legs than the calls in memory have; the oldest go first. */
const mostIds = 10_000;

/**
 * One id for a call whose events name it differently: some systems give only the id of a leg in one event, and the
 * call's own id with it in the next. A leg's id alone joins calls only then; where events give both, the call's counts.
 */
export class CallIds {
  /** By leg: the call it was last named with. */
  private readonly byLeg = new Map<string, string>();
  /** By the call's own id: the id under which its first events came. */
  private readonly known = new Map<string, string>();

  /** @returns the event under the id of its call */
  public linked<E extends RuleableEvent>(event: E): E {
    const { linkedCallId } = event;
    const legId = event.call.fields.callUniqueId;
    const id =
      legId === undefined
        ? this.known.get(keyOf(event, linkedCallId))
        : this.idOf(event, linkedCallId, legId);
    return id === undefined || id === linkedCallId ? event : { ...event, linkedCallId: id };
  }

  private idOf(event: RuleableEvent, callId: string, legId: string): string {
    const leg = keyOf(event, legId);
    const ofLeg = this.byLeg.get(leg);
    if (callId === legId) {
      const id = ofLeg ?? callId;
      remember(this.byLeg, leg, id);
      return id;
    }
    const own = keyOf(event, callId);
    // Named by its leg alone before: the call keeps that id.
    const id = this.known.get(own) ?? (ofLeg === legId ? legId : callId);
    remember(this.known, own, id);
    remember(this.byLeg, leg, id);
    return id;
  }
}

const keyOf = ({ source }: RuleableEvent, id: string): string => JSON.stringify([source, id]);

function remember(map: Map<string, string>, key: string, id: string): void {
  map.delete(key);
  map.set(key, id);
  if (map.size <= mostIds) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
