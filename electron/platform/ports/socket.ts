import type { Message } from '../../../shared/text/message.ts';
/** What came of an attempt to connect that did not end in an open socket. */
export interface ConnectFailure {
  /** Node's or OpenSSL's code: ECONNREFUSED, CERT_HAS_EXPIRED ... */
  readonly code: string;
  /** HTTP status when the server answered, but not with an upgrade. */
  readonly status?: number | undefined;
  readonly message: string;
  /** What to say of it, where it never came to a connection. */
  readonly said?: Message | undefined;
}

export interface SocketHandlers {
  readonly opened: () => void;
  /** A text frame; a binary one comes as undefined. */
  readonly message: (text: string | undefined, bytes: number) => void;
  readonly ponged: () => void;
  readonly failed: (failure: ConnectFailure) => void;
  /** Always the last call, also after `failed`. */
  readonly closed: (code: number) => void;
}

export interface Socket {
  readonly send: (text: string) => void;
  readonly ping: () => void;
  /** Takes no more from the network until `resume`: the sender has to wait. Pongs are not heard meanwhile. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends it politely where the peer still answers. */
  readonly close: () => void;
  /** Ends it at once. */
  readonly terminate: () => void;
}

export interface SocketRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes; a larger frame ends the connection. */
  readonly maxPayload: number;
}

/** Opens a socket. Never throws: what goes wrong comes through the handlers. */
export type OpenSocket = (request: SocketRequest, handlers: SocketHandlers) => Socket;

/** A socket for a library that speaks its own protocol over it. */
export interface DialedSocket {
  /** Opens it at once. Called once. */
  readonly open: () => WebSocket;
  /** Why it could not be opened, or was cut: libraries report that in their own words, or not at all. */
  readonly failure: () => ConnectFailure | undefined;
  /** Resolves when it is closed, also where it never opened. */
  readonly closed: Promise<void>;
}

/** Prepares a socket: what takes time (the proxy) comes first. */
export type DialSocket = (url: string, protocols: readonly string[]) => Promise<DialedSocket>;
