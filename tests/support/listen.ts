import { onTestFinished } from 'vitest';
import {
  handled,
  type Frame,
  type Transport,
  type TransportHandlers,
  type TransportStatus,
} from '../../electron/features/sources/transport.ts';
import { until } from './until.ts';

/** Starts a transport and keeps what it brings. */
export function listen(create: (handlers: TransportHandlers) => Transport) {
  const frames: Frame[] = [];
  const statuses: (TransportStatus & { readonly seenAt: number })[] = [];
  const transport = create({
    frame(frame) {
      frames.push(frame);
      return handled;
    },
    status: (status) => statuses.push({ ...status, seenAt: Date.now() }),
  });
  transport.start();
  onTestFinished(() => transport.stop());
  const phase = (wanted: TransportStatus['phase']) =>
    until(() => (statuses.at(-1)?.phase === wanted ? true : undefined), wanted);
  const texts = (count: number) =>
    until(
      () => (frames.length >= count ? frames.map(({ text }) => text) : undefined),
      `${count} frames`,
    );
  return { transport, frames, statuses, phase, texts };
}
