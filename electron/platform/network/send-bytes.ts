import net from 'node:net';
import tls from 'node:tls';
import { failureOf } from '../ports/failure-of.ts';
import type { SendBytes } from '../ports/send-bytes.ts';

/** Milliseconds in which a server that does not want what it got says so. */
const refusedWithin = 1_000;

/** One connection for each request. No proxy: a log collector is in the company's own network. */
export const createSendBytes =
  (authorities: () => readonly string[]): SendBytes =>
  ({ host, port, tls: isTls, bytes, timeoutMs }) =>
    new Promise((resolve) => {
      let socket: net.Socket;
      try {
        socket = isTls
          ? tls.connect({
              host,
              port,
              // An address has no name to ask for (RFC 6066).
              ...(net.isIP(host) === 0 ? { servername: host } : {}),
              ca: [...authorities()],
            })
          : net.connect({ host, port });
      } catch (error) {
        resolve(failureOf(error));
        return;
      }
      const timer = setTimeout(() => {
        resolve({ code: 'ETIMEDOUT', message: 'not sent in time' });
        socket.destroy();
      }, timeoutMs);
      socket.on('error', (error) => resolve(failureOf(error)));
      socket.on('close', () => {
        clearTimeout(timer);
        resolve(undefined);
      });
      // What it says is of no use, but unread it would keep the connection open.
      socket.resume();
      // Not every collector closes its side: data handed to the network and not refused counts as sent.
      socket.once('finish', () => {
        const patience = setTimeout(() => {
          resolve(undefined);
          socket.destroy();
        }, refusedWithin);
        socket.once('close', () => clearTimeout(patience));
      });
      socket.once(isTls ? 'secureConnect' : 'connect', () => socket.end(bytes));
    });
