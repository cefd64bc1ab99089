import type { SourceAddress } from '../../../shared/contract/source-views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useAnswer } from '../../api/use-answer.ts';

/** Where a source is called now, for those who may change it; undefined while it is not known. */
export function useSourceAddress(
  id: string,
): (SourceAddress & { readonly known: boolean }) | undefined {
  const known = useDesk((desk) => desk.config.sources.some((source) => source.id === id));
  // Asked again when the definition or the port is another one.
  const state = useDesk((desk) =>
    JSON.stringify([
      desk.config.revision,
      desk.sources.find((source) => source.id === id)?.place ?? null,
    ]),
  );
  const answer = useAnswer(['source.address', id, state], () => calls()['source.address']({ id }), {
    keepsLast: true,
  });
  return answer?.ok === true ? { ...answer.value, known } : undefined;
}
