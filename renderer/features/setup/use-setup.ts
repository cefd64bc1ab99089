import type { ConfigView, DeskState } from '../../../shared/contract/views.ts';
import { isTestCall } from '../../../shared/calls/test-call.ts';
import { useDesk } from '../../api/desk-context.tsx';

/** What there is to do until a call opens its page, in this order. */
export const setupSteps = ['agent', 'system', 'popup', 'call'] as const;
export type SetupStep = (typeof setupSteps)[number];

export interface Setup {
  readonly done: ReadonlySet<SetupStep>;
  /** What comes next; undefined when all is done. */
  readonly next: SetupStep | undefined;
  readonly isShown: boolean;
  /** A call has opened its page. */
  readonly isDone: boolean;
  /** Whether the steps are still wanted, and the person may say that they are not. */
  readonly mayEnd: boolean;
}

/** How far the set-up of this computer is, as the desk sees it. */
export function useSetup(): Setup {
  const config = useDesk((desk) => desk.config);
  const sources = useDesk((desk) => desk.sources);
  const recent = useDesk((desk) => desk.recent);
  const demo = useDesk((desk) => desk.demo);
  const done = doneSteps({ config, sources, recent });
  const isDone = done.has('call');
  // The demo brings a phone system and a page of its own; and who may not set up is told whom to ask.
  const mayEnd = config.settings.setupList && config.rights.administer && !demo.running;
  const next = setupSteps.find((step) => !done.has(step));
  return { done, next, isDone, mayEnd, isShown: mayEnd && !isDone };
}

export function doneSteps({
  config,
  sources,
  recent,
}: Pick<DeskState, 'config' | 'sources' | 'recent'>): ReadonlySet<SetupStep> {
  const popped = recent.some(
    ({ outcome, callKey }) => outcome === 'opened' && callKey !== '' && !isTestCall(callKey),
  );
  const isDone: Readonly<Record<SetupStep, boolean>> = {
    agent: config.agent !== undefined,
    system: sources.some(({ phase }) => phase === 'connected'),
    popup: opensSomething(config),
    call: popped,
  };
  return new Set(setupSteps.filter((step) => isDone[step]));
}

/** Whether a rule opens a popup, also by a flow. */
const opensSomething = ({ popups, rules }: ConfigView): boolean =>
  popups.some(({ enabled }) => enabled) &&
  rules.some(
    ({ enabled, actions }) =>
      enabled && actions.some((action) => action.do === 'popup' || action.do === 'flow'),
  );
