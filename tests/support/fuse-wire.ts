/** What @electron/fuses looks for in Electron's program, then the version of the list, its length and nine fuses. */
export const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('100111000'),
]);
