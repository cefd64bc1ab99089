import type { JsonValue } from '../../json/json-value.ts';
import type { Feed } from '../../model/feed.ts';

/** A mapping for a phone system that many have, to start from. */
export interface MappingRecipe {
  readonly name: string;
  readonly label: string;
  /** Addresses of the public documentation that it follows. */
  readonly sources: readonly string[];
  /** What its user has to know, as paragraphs for the docs. */
  readonly notes?: readonly string[];
  /** Absent where the system calls a web address, or speaks a protocol of its own: a bridge passes its messages on. */
  readonly connection?: {
    readonly url: string;
    readonly subscribe?: JsonValue;
    readonly keepAlive?: { readonly message: JsonValue; readonly seconds: number };
    readonly signIn?: {
      readonly url: string;
      readonly method: 'POST' | 'PUT';
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: JsonValue;
      readonly token: string;
    };
  };
  /** How the system writes numbers, where it has a way of its own. */
  readonly feed?: Pick<Feed, 'internationalWithoutPlus' | 'withheldNumbers'>;
  /** JSONata. */
  readonly expression: string;
  /** A message that rings, in the form the documentation has. */
  readonly sample: JsonValue;
}
