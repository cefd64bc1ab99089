/**
 * How messages carry events. Left out: as recognised. lines: a JSON text a line; signalr: texts that end with 0x1e;
 * socketio: its packets; form: name=value&…; xml; text: words that a mapping reads.
 */
export const framings = ['lines', 'signalr', 'socketio', 'form', 'xml', 'text'] as const;
export type Framing = (typeof framings)[number];
