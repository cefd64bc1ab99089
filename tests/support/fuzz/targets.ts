import type { FuzzTarget } from './fuzz-target.ts';
import { httpTargets } from './http-targets.ts';
import { ipc } from './ipc-target.ts';
import { mappings } from './mapping-target.ts';
import { frames, linkTexts, templateTexts } from './text-targets.ts';
import { transportTargets } from './transport-targets.ts';

/** @param processFile the compiled entry of the mapping process */
export const fuzzTargets = (processFile: string): readonly FuzzTarget[] => [
  frames,
  ...transportTargets(),
  ...httpTargets(),
  templateTexts,
  linkTexts,
  ipc,
  mappings(processFile),
];
