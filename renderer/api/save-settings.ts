import type { Input } from '../../shared/contract/contract.ts';

/** Saves the settings it is given, and leaves the others as they are. */
export type SaveSettings = (settings: Input<'settings.save'>) => void;
