import { z } from 'zod';
import { errorText } from '../error-text.ts';
import { verbatim } from '../text/message.ts';
import { evaluateMapping } from './evaluate-mapping.ts';

const requestSchema = z.object({ expression: z.string(), payload: z.string(), topic: z.string() });

/** The way to the process that asks: of a utility process in Electron, of a child process elsewhere. */
export interface MappingPort {
  readonly onRequest: (listener: (request: unknown) => void) => void;
  readonly send: (answer: unknown) => void;
}

/** The inside of the process that evaluates mappings, one after the other. It says `ready` first. */
export function serveMappings({ onRequest, send }: MappingPort): void {
  onRequest((request) => {
    answerTo(request)
      .then(send)
      .catch((error: unknown) =>
        send({ ok: false, problem: { path: '', message: verbatim(errorText(error)) } }),
      );
  });
  send('ready');
}

const answerTo = async (request: unknown): Promise<unknown> =>
  evaluateMapping(requestSchema.parse(request));
