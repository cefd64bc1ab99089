import { serveMappings, type MappingPort } from '../../../../shared/mappings/serve-mappings.ts';

/** The entry of the process that evaluates mappings: Electron's utility process, or a child process of Node's. */
function portOf(
  own: { readonly parentPort?: Electron.ParentPort } & NodeJS.EventEmitter,
): MappingPort {
  const { parentPort } = own;
  if (parentPort === undefined) {
    return {
      onRequest: (listener) => own.on('message', listener),
      send: (answer) => process.send?.(answer),
    };
  }
  return {
    onRequest: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    send: (answer) => parentPort.postMessage(answer),
  };
}

serveMappings(portOf(process));
