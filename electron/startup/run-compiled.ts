import { readFileSync } from 'node:fs';
import Module, { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS module with the code that V8 made of it at build time. Where that code is missing, of another V8, or of a source
 * of another length, V8 compiles the module now. Both files are in the app's archive, so the check of its integrity covers them.
 *
 * @param file the module; its code is beside it, as `main.linux-x64.v8` for `main.cjs`
 * @returns whether the code was used
 */
export function runCompiled(file: string): boolean {
  const { dir, name } = path.parse(file);
  const cachedData = readIfThere(path.join(dir, `${name}.${process.platform}-${process.arch}.v8`));
  const options = { filename: file, ...(cachedData && { cachedData }) };
  const script = new Script(wrap(readFileSync(file, 'utf8')), options);
  const run: unknown = script.runInThisContext();
  if (typeof run !== 'function') throw new Error(`${file} is not a CommonJS module`);
  const require = createRequire(file);
  const module = new Module(file);
  // The files that main.cjs loads on demand import from it: they must find this one, not run it again.
  require.cache[file] = module;
  Reflect.apply(run, module.exports, [module.exports, require, module, file, dir]);
  return script.cachedDataRejected === false;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // a package for another processor than the one it was built on
  }
}
