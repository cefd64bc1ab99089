import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What /metrics shows, of one gateway. No label ever holds a number, an agent or a text from outside. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const metrics = {
    requests: new Counter({
      name: 'ringcue_gateway_requests_total',
      help: 'Requests to feeds by HTTP status',
      labelNames: ['feed', 'status'] as const,
      registers,
    }),
    events: new Counter({
      name: 'ringcue_gateway_events_total',
      help: 'Events by outcome: routed, nobody or duplicate',
      labelNames: ['feed', 'outcome'] as const,
      registers,
    }),
    unread: new Counter({
      name: 'ringcue_gateway_unread_total',
      help: 'Requests, or parts of them, that could not be read',
      labelNames: ['feed'] as const,
      registers,
    }),
    acknowledged: new Histogram({
      name: 'ringcue_gateway_acknowledged_seconds',
      help: 'From the request to its answer, with the event on disk',
      buckets,
      registers,
    }),
    desks: new Gauge({
      name: 'ringcue_gateway_desks',
      help: 'Connected desks',
      registers,
    }),
    sent: new Counter({
      name: 'ringcue_gateway_sent_total',
      help: 'Events handed to desks',
      registers,
    }),
  };
  return { ...metrics, registry };
}
export type Metrics = ReturnType<typeof createMetrics>;
