import { app, nativeImage, type NativeImage } from 'electron';
import { callerLine, storedCaller, queueText } from '../../../shared/calls/caller-text.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { SourceView } from '../../../shared/contract/source-views.ts';
import type { EventLink } from '../../../shared/model/phone-link.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import type { Log } from '../../platform/logging/log.ts';
import { ClickToCall } from './click-to-call.ts';
import { createDialler, type DiallerDeps } from './dialler.ts';
import { confirmDial } from './confirm-dial.ts';
import { markSize, missedMark } from './missed-mark.ts';
import type { Popups } from '../popups/index.ts';
import { SystemPresence } from './system-presence.ts';
import { DeskTray } from './tray.ts';
import type { Message } from '../../../shared/text/message.ts';

interface Deps extends DiallerDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly language: NativeLanguage;
  readonly icon: string;
  readonly pause: Popups['pause'];
  readonly settings: () => Settings;
  readonly sources: () => readonly SourceView[];
  readonly openDesk: () => void;
  /** Whether a source takes events by links. */
  readonly eventLinks: () => boolean;
  /** @returns false where no source takes an event by this link */
  readonly takeEvent: (link: EventLink) => boolean;
  readonly markDesk: (mark: NativeImage | null, description: string) => void;
  readonly onNotice: (said: Message) => void;
  readonly showNumber: (number: string) => string;
}

/** What there is of the desk around its windows: tray, pause, notifications, links, shortcut. */
export function createPresence(deps: Deps) {
  const { language, settings, openDesk } = deps;
  const tray = createTray(deps);
  const system = new SystemPresence({
    log: deps.log,
    settings,
    eventLinks: deps.eventLinks,
    openDesk,
    markDesk: (missed) =>
      deps.markDesk(
        missed === 0 ? null : mark(),
        language.t()('shell.notify.missedCount', { count: missed }),
      ),
  });
  const links = new ClickToCall({
    ...deps,
    dialler: createDialler(deps),
    dialsWithoutAsking: () => settings().dialWithoutAsking,
    confirm: (number, risk) => confirmDial(number, risk, language),
  });
  return {
    system,
    /** Also for a link that a second start brings. @returns false where there was none */
    openLink: (argv: readonly string[]): boolean => links.openFrom(argv),
    callBack: (number: string) => links.callBack(number),
    /** Settings changed. */
    apply(): void {
      system.apply();
      tray.update();
    },
    /** Sources or the pause are others than before: with every event. */
    stateChanged: (): void => tray.update(),
    showTray: () => tray.show(),
    /** From now on links dial, and bring events. */
    start(): void {
      app.on('open-url', (event, url) => {
        event.preventDefault();
        links.open(url);
      });
      // Where the app was not running, the system starts it with the link.
      links.openFrom(process.argv);
    },
    ...notifications(system, deps),
    stop(): void {
      system.dispose();
      tray.dispose();
    },
  };
}

function createTray({ icon, language, pause, openDesk, sources }: Deps): DeskTray {
  return new DeskTray({
    icon,
    language,
    state: () => stateOf(sources()),
    isPaused: () => pause.current() !== undefined,
    pause: (minutes) => pause.pause(minutes),
    resume: () => pause.resume(),
    openDesk,
    quit: () => app.quit(),
  });
}

function stateOf(sources: readonly SourceView[]): 'connected' | 'reconnecting' | 'none' {
  if (sources.length === 0) return 'none';
  return sources.every(({ phase }) => phase === 'connected') ? 'connected' : 'reconnecting';
}

function notifications(system: SystemPresence, { language, settings, showNumber }: Deps) {
  let wasToldOfTray = false;
  return {
    /** Whether a desk that was closed leaves the app running; says so the first time. */
    staysAfterClose(): boolean {
      if (!settings().closeToTray) return false;
      if (!wasToldOfTray) system.notify('Ringcue', language.t()('shell.tray.stillHere'));
      wasToldOfTray = true;
      return true;
    },
    missed: ({ data }: CallView): void =>
      system.callMissed(
        language.t()('shell.notify.missed'),
        [callerLine(storedCaller(data, showNumber), language.t(), ''), queueText(data)]
          .filter((part) => part !== '')
          .join(' – '),
      ),
    notOpened: (problem: Message): void =>
      system.notify(language.t()('shell.notify.notOpened'), language.t()(problem)),
  };
}

const mark = (): NativeImage =>
  nativeImage.createFromBitmap(missedMark(), { width: markSize, height: markSize });

export type Presence = ReturnType<typeof createPresence>;
