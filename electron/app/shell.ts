import { app, protocol } from 'electron';
import { randomUUID } from 'node:crypto';
import { withAgent } from '../../shared/calls/agent-fields.ts';
import { createPresence } from '../features/presence/index.ts';
import { StateStream } from '../platform/ipc/state-stream.ts';
import { appPages, serveApp } from '../platform/windows/app-scheme.ts';
import { DeskPlacement } from '../platform/windows/desk-placement.ts';
import { DeskWindow } from '../platform/windows/desk-window.ts';
import type { Core } from './core.ts';
import type { Services } from './services.ts';
import { createStateReaders } from './state-readers.ts';

/** What people see of the desk: its window, its tray, and the state that its pages show. */
export function createShell(core: Core, services: Services) {
  const { clock, config, log, language, memories, paths, showNumber } = core;
  const { notices, popups, sources, network } = services;
  serveApp(protocol, paths.renderer);
  const desk = new DeskWindow({
    clock,
    log,
    preload: paths.preload,
    icon: paths.icon,
    placement: new DeskPlacement(memories.placements),
  });
  const presence = createPresence({
    clock,
    log,
    language,
    showNumber,
    icon: paths.icon,
    pause: popups.pause,
    settings: () => config.snapshot().settings,
    revealSecret: config.revealSecret,
    sources: () => sources.manager.views(),
    sendHttp: network.sendHttp,
    askWebhook: (webhookId, call) => {
      const { agent } = config.snapshot();
      const occasion = {
        source: 'desk',
        eventId: randomUUID(),
        ruleId: 'dial',
        stage: 'ringing' as const,
        callKey: '',
        call: agent === undefined ? call : withAgent(call, agent),
      };
      return services.webhooks.service.ask(webhookId, occasion, '');
    },
    openDesk: () => desk.show(),
    eventLinks: () =>
      config
        .snapshot()
        .sources.some(
          ({ enabled, transport }) => enabled && 'eventLinks' in transport && transport.eventLinks,
        ),
    takeEvent: (link) => sources.takeLink(link),
    markDesk: (mark, description) => desk.mark(mark, description),
    onNotice: (text) => notices.add('warning', text),
  });
  const stream = new StateStream(createStateReaders(core, services), clock);
  for (const warning of config.warnings) notices.add('warning', warning);
  return {
    desk,
    presence,
    stream,
    quit: () => app.quit(),
    deskContract: appPages.desk.contract,
    disposers: [() => presence.stop(), () => stream.dispose()],
  };
}

export type Shell = ReturnType<typeof createShell>;
