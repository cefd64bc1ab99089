/** T without `undefined` in its optional members: what a parsed document really holds. */
export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A copy without members that are undefined, so that spreading it replaces nothing by nothing. */
export function defined<T extends object>(record: T): Defined<T> {
  const copy: Defined<T> = {};
  for (const key in record) {
    const value = record[key];
    if (isDefined(value)) copy[key] = value;
  }
  return copy;
}

const isDefined = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;
