import type { Input } from '../../../shared/contract/contract.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import type { TransportInput } from '../../../shared/model/source.ts';
import type { Form } from '../../forms/use-command-form.ts';

type SourceInput = Input<'source.save'>['source'];

export interface SourceValues {
  /** Always with a feed, which the fields write into. */
  readonly source: SourceInput & { readonly feed: Feed };
}
export type SourceForm = Form<SourceValues>;

export const valuesOf = (source: SourceInput): SourceValues => ({
  source: { ...source, feed: source.feed ?? {} },
});

/** As it is saved: a feed that says nothing is none, and countries are written in capitals. */
export function sourceOf({ source }: SourceValues): SourceInput {
  const { feed: given, ...rest } = source;
  const { country, timeZone, timeFormat } = given;
  const feed = {
    ...given,
    country: country?.trim().toUpperCase(),
    timeZone: timeZone?.trim(),
    timeFormat: timeFormat?.trim(),
  };
  return Object.values(feed).some((value) => value !== undefined) ? { ...rest, feed } : rest;
}

/** What the fields of a transport work with. */
export interface TransportProps {
  readonly form: SourceForm;
  /** As it is stored, for secrets that are not typed again. */
  readonly stored: TransportInput;
}
