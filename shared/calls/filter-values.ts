/** The fields of a call that filters ask for. */
export const filterFieldNames = [
  'direction',
  'calledNumber',
  'queueName',
  'queueId',
  'campaignName',
  'campaignId',
] as const;
export type FilterFields = Readonly<
  Partial<Record<(typeof filterFieldNames)[number], string | undefined>>
>;

/** What the calls that were seen have, for filters to choose from. */
export interface FilterValues {
  readonly calledNumbers: readonly string[];
  readonly queues: readonly string[];
  readonly campaigns: readonly string[];
}

export const noFilterValues: FilterValues = { calledNumbers: [], queues: [], campaigns: [] };

/** More are not looked through; those that are not listed can be typed. */
const mostValues = 200;

/** @param calls the newest first */
export function filterValues(calls: Iterable<FilterFields>): FilterValues {
  const [calledNumbers, queues, campaigns] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const fields of calls) {
    // What an agent dialled is a customer's number, and none of the company's.
    if (fields.direction !== 'outbound') put(calledNumbers, fields.calledNumber);
    put(queues, fields.queueName ?? fields.queueId);
    put(campaigns, fields.campaignName ?? fields.campaignId);
  }
  return {
    calledNumbers: [...calledNumbers],
    queues: [...queues],
    campaigns: [...campaigns],
  };
}

function put(values: Set<string>, value: string | undefined): void {
  if (value !== undefined && value !== '' && values.size < mostValues) values.add(value);
}
