import type { DecodeContext, Dialect } from '../../../shared/dialects/dialect.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { mappedEvents } from '../../../shared/dialects/mapped-events.ts';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import type { Source } from '../../../shared/model/source.ts';
import { fail, type Result } from '../../../shared/result.ts';
import type { MappingEvaluator } from './mapping/mapping-evaluator.ts';
import { message } from '../../../shared/text/message.ts';

/** Makes events of payloads: at once, or in a worker where an expression of the admin's does it. */
export type FrameDecoder =
  | { readonly kind: 'dialect'; readonly decode: Dialect['decode'] }
  | {
      readonly kind: 'mapping';
      readonly decode: (payload: JsonValue, context: DecodeContext) => Promise<Result<CallEvent[]>>;
      readonly stop: () => void;
    };

export function frameDecoder(
  { dialect, feed }: Pick<Source, 'dialect' | 'feed'>,
  createEvaluator: () => Pick<MappingEvaluator, 'evaluate' | 'stop'>,
): FrameDecoder {
  if (dialect !== 'mapping') return { kind: 'dialect', decode: dialects[dialect].decode };
  const expression = feed?.mapping ?? '';
  const evaluator = createEvaluator();
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
