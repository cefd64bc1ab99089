import type { CallData, CallFieldName } from '../../shared/model/call-fields.ts';
import { readField } from '../../shared/model/read-field.ts';
import { sameNumber } from '../../shared/numbers/same-number.ts';
import { isSameText } from '../../shared/text/fold-text.ts';
import type { Directory } from './agent-directory.ts';
import { everybody, type Audience } from './audience.ts';

/** Each column that is there must hold one of its values; a row without columns matches every call. */
export interface RouteConditions {
  readonly calledNumber?: readonly string[] | undefined;
  /** Names or IDs, of these and the two below. */
  readonly queue?: readonly string[] | undefined;
  readonly campaign?: readonly string[] | undefined;
  /** Dial plan, IVR or call treatment. */
  readonly dialPlan?: readonly string[] | undefined;
  /** Any other call field: `ext.autoid.location_id`, `custom.region`. */
  readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
}

export interface Route {
  readonly when: RouteConditions;
  readonly to:
    | { readonly agents: readonly string[] }
    | { readonly queue: string }
    | { readonly everybody: true };
}

type TextColumn = 'queue' | 'campaign' | 'dialPlan';

const columns: readonly [TextColumn, readonly CallFieldName[]][] = [
  ['queue', ['queueId', 'queueName']],
  ['campaign', ['campaignId', 'campaignName', 'campaignQueueId']],
  ['dialPlan', ['routeId', 'routeName', 'routeInNumber', 'routeExNumber']],
];
const calledFields: readonly CallFieldName[] = ['calledNumber', 'routeExNumber'];

/** The first row that matches a call; undefined where none does. */
export const matchingRoute = (routes: readonly Route[], call: CallData): Route | undefined =>
  routes.find(({ when }) => matches(when, call));

function matches(when: RouteConditions, call: CallData): boolean {
  const { calledNumber, fields = {} } = when;
  if (calledNumber !== undefined && !hasNumber(call, calledNumber)) return false;
  for (const [column, names] of columns) {
    const wanted = when[column];
    if (wanted !== undefined && !hasText(call, names, wanted)) return false;
  }
  return Object.entries(fields).every(([name, wanted]) => hasText(call, [name], wanted));
}

const hasNumber = (call: CallData, wanted: readonly string[]): boolean =>
  calledFields.some((name) => {
    const value = call.fields[name];
    return (
      value !== undefined &&
      wanted.some((number) => isSameText(number, value) || sameNumber(number, value))
    );
  });

const hasText = (call: CallData, names: readonly string[], wanted: readonly string[]): boolean =>
  names.some((name) => {
    const value = readField(call, name);
    return value !== undefined && wanted.some((text) => isSameText(text, value));
  });

/** Whom a row sends a call to. */
export function routeAudience({ to }: Route, directory: Directory): Audience {
  if ('everybody' in to) return [everybody];
  return 'queue' in to ? directory.ofQueue(to.queue) : to.agents;
}
