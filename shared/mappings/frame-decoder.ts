import type { DecodeContext, Dialect } from '../dialects/dialect.ts';
import { dialects } from '../dialects/dialects.ts';
import { mappedEvents } from '../dialects/mapped-events.ts';
import type { JsonValue } from '../json/json-value.ts';
import type { CallEvent } from '../model/call-event.ts';
import type { Source } from '../model/source.ts';
import { fail, type Result } from '../result.ts';
import type { MappingEvaluator } from './mapping-evaluator.ts';
import { message } from '../text/message.ts';

/** Makes events of payloads: at once, or in a process of its own where an expression of the admin's does it. */
export type FrameDecoder =
  | { readonly kind: 'dialect'; readonly decode: Dialect['decode'] }
  | {
      readonly kind: 'mapping';
      readonly decode: (payload: JsonValue, context: DecodeContext) => Promise<Result<CallEvent[]>>;
      readonly stop: () => void;
    };

export function frameDecoder(
  { dialect, feed }: Pick<Source, 'dialect' | 'feed'>,
  createEvaluator: () => Pick<MappingEvaluator, 'prepare' | 'evaluate' | 'stop'>,
): FrameDecoder {
  if (dialect !== 'mapping') return { kind: 'dialect', decode: dialects[dialect].decode };
  const expression = feed?.mapping ?? '';
  const evaluator = createEvaluator();
  if (expression.trim() !== '') evaluator.prepare();
  return {
    kind: 'mapping',
    stop: () => evaluator.stop(),
    async decode(payload, context) {
      if (expression.trim() === '') return fail(message('problem.mapping.missing'));
      const mapped = await evaluator.evaluate({
        expression,
        payload: JSON.stringify(payload),
        topic: context.topic ?? '',
      });
      return mapped.ok ? mappedEvents(mapped.value, payload, context) : mapped;
    },
  };
}
