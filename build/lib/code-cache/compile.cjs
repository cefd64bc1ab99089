/** Runs in Electron: what V8 compiles depends on its version, its processor, and the switches of Electron's main process. */
const { app } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { Script } = require('node:vm');

const [source, target] = process.argv.slice(-2);
writeFileSync(target, new Script(wrap(readFileSync(source, 'utf8'))).createCachedData());
app.exit();
