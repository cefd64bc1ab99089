import type { SourcePhase } from '../../shared/contract/source-views.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** How a source is doing. One that is called neither connects nor reconnects. */
export function phaseText(isCalled: boolean, phase: SourcePhase | undefined, t: Translate): string {
  if (isCalled && phase === 'connected') return t('phase.listening');
  if (isCalled && phase === 'waiting') return t('phase.notListening');
  return t(`phase.${phase ?? 'stopped'}`);
}
