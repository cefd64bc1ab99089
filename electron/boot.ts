import path from 'node:path';
import { runCompiled } from './startup/run-compiled.ts';

/** Compiling main.cjs would take 60 ms of each start. */
runCompiled(path.join(__dirname, 'main.cjs'));
