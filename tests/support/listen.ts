import { onTestFinished } from 'vitest';
import type {
  Frame,
  Transport,
  TransportHandlers,
  TransportStatus,
} from '../../electron/sources/transport.ts';
import { until } from './until.ts';

/** Starts a transport and keeps what it brings. */
export function listen(create: (handlers: TransportHandlers) => Transport) {
  const frames: Frame[] = [];
  const statuses: (TransportStatus & { readonly seenAt: number })[] = [];
  const transport = create({
    frame: (frame) => void frames.push(frame),
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
