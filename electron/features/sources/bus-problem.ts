import { errorText } from '../../platform/logging/log.ts';
import type { ConnectFailure } from '../../platform/ports/socket.ts';
import { connectionProblem, isRefusal } from '../../platform/ports/connection-problem.ts';
import { message, type Message } from '../../../shared/text/message.ts';

export interface BusProblem {
  readonly text: Message;
  /** The sign-in was refused: trying again soon would lock the account. */
  readonly refused: boolean;
}

export const closedByServer: BusProblem = {
  text: message('problem.connection.closed'),
  refused: false,
};

/**
 * Why a message bus cannot be used. What the socket met explains more than what the library says of it.
 *
 * @param error what the library says; undefined where it only said that it is over
 * @param failure of the socket, where it failed
 */
export function busProblem(error: unknown, failure: ConnectFailure | undefined): BusProblem {
  if (failure !== undefined) {
    return { text: connectionProblem(failure), refused: isRefusal(failure.status) };
  }
  if (error === undefined) return closedByServer;
  const text = errorText(error);
  // The words of nats-server, mosquitto and their clients.
  if (
    /authori[sz]|authentication|permissions|bad user name|refused: (not|bad|banned)/i.test(text)
  ) {
    return {
      text: message('problem.source.signInRefused'),
      refused: true,
    };
  }
  if (/stream not found/i.test(text)) {
    return { text: message('problem.source.noStream'), refused: true };
  }
  if (/timeout|timed out|keepalive|stale connection/i.test(text)) {
    return { text: message('problem.connection.noAnswer'), refused: false };
  }
  return { text: message('problem.connection.failed', { reason: text }), refused: false };
}
