import { serveMappings } from '../../shared/mappings/serve-mappings.ts';

/** The entry of the process that evaluates mappings. */
serveMappings({
  onRequest: (listener) => process.on('message', listener),
  send: (answer) => process.send?.(answer),
});
