import type { SourcePhase } from '../../shared/contract/source-views.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { phaseColors } from './phase-colors.ts';

const texts = {
  connected: 'shell.tray.states.connected',
  waiting: 'shell.tray.states.reconnecting',
  connecting: 'shell.tray.states.reconnecting',
  stopped: 'shell.tray.states.none',
} as const satisfies Record<SourcePhase, string>;

/** The worst first: one source that is away is what the agent must know. */
const worst: readonly SourcePhase[] = ['waiting', 'connecting', 'connected'];

/** How the sources are doing, all in all. */
export function useConnection(): { readonly phase: SourcePhase; readonly text: string } {
  const t = useText();
  const phase = useDesk(
    ({ sources }) =>
      worst.find((one) => sources.some((source) => source.phase === one)) ?? 'stopped',
  );
  return { phase, text: t(texts[phase]) };
}

/** The same as a dot; the words are its tooltip. */
export function ConnectionDot() {
  const { phase, text } = useConnection();
  return (
    <span
      role="img"
      aria-label={text}
      title={text}
      style={{
        flex: 'none',
        width: 9,
        height: 9,
        borderRadius: '50%',
        background: `var(--mantine-color-${phaseColors[phase]}-6)`,
        // High contrast would paint it as the page.
        forcedColorAdjust: 'none',
      }}
    />
  );
}
