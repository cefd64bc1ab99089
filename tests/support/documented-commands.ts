/** A file of ours and what in it runs the command. */
export type RunBy = readonly [file: string, evidence: string];

/** npm test itself, whose steps these are. */
const step = (evidence: string): RunBy => ['build/test.mjs', evidence];
const clean = 'build/clean-machine.sh';
const once: RunBy = ['build/clean-machine.sh', 'npm start -- --once'];
const packages = 'tests/packaged/make-images.ts';
const release = '.github/workflows/release.yml';

/** What runs each command of the documents, as it stands there or by the program behind it. */
export const commandsThatRun: Readonly<Record<string, RunBy>> = {
  'npm start': once,
  'npm start -- --once': once,
  'npm start -- --config FILE': ['tests/e2e/command-line.test.ts', '--config'],
  'npm start -- --user-data-dir DIR': ['tests/e2e/command-line.test.ts', '--user-data-dir'],
  'npm test': [clean, 'npm test'],
  'sudo build/clean-machine.sh': ['.github/workflows/ci.yml', 'build/clean-machine.sh'],
  'npm run dev': ['tests/e2e/dev.test.ts', 'build/dev.mjs'],
  // Arguments of the app, of which the test gives others.
  'npm run dev -- --config FILE': ['tests/e2e/dev.test.ts', "['build/dev.mjs', `--"],
  'npm run format': step("'prettier'"),
  'npm run lint': step("'eslint'"),
  'npm run types': step("'tsc'"),
  'npm run docs': step('build/generate-docs.ts'),
  'npm run -s scale -- --transport nats --clients 200 --json': [
    'tests/integration/scale.test.ts',
    'tests/bench/scale.ts',
  ],
  'npm run -s chaos -- --kills 20 --json': ['tests/e2e/chaos.test.ts', 'tests/bench/chaos.ts'],
  'npm run -s decode -- acefone FILE': ['tests/integration/decode.test.ts', 'build/decode.ts'],
  'npm run -s decode -- DIALECT FILE': ['tests/integration/decode.test.ts', 'build/decode.ts'],
  'npm run -s numbers -- --count 20000 --json': [
    'tests/unit/numbers/read-number.test.ts',
    'number-round.ts',
  ],
  'npm run -s fuzz -- --seconds 60 --json': ['tests/integration/fuzz.test.ts', 'fuzz-round.ts'],
  'npm run -s soak -- --popups 2000 --json': ['tests/e2e/soak.test.ts', 'run-soak.ts'],
  'npm run -s gateway:chaos -- --kills 50 --json': [
    'tests/integration/gateway-load.test.ts',
    'gateway-chaos.ts',
  ],
  'npm run package': [packages, 'build/package.mjs'],
  'npm run package -- --dir': ['tests/e2e/package.test.ts', "'--dir'"],
  'npm run packaged': [release, 'npm run packaged'],
  'npm run packaged:once': [release, 'npm run packaged:once'],
  'npm version 0.3.0': ['tests/unit/build/release.test.ts', "'version'"],
  'sudo apt-get install ./ringcue-VERSION-linux-amd64.deb': [
    'tests/packaged/install.test.ts',
    'apt-get install',
  ],
  'sudo dnf install ./ringcue-VERSION-linux-x86_64.rpm': [
    'tests/packaged/install.test.ts',
    'rpm --force-debian',
  ],
  'sha256sum --check --ignore-missing SHA256SUMS': ['tests/unit/build/release.test.ts', '--check'],
  'curl --cacert company-ca.pem https://pbx.example.com/': [
    'tests/integration/gateway-operation.test.ts',
    '--cacert',
  ],
};

const byHand = 'takes minutes and measures; its figures are in the documents';

/** Why no test runs the others. */
export const commandsThatDoNot: Readonly<Record<string, string>> = {
  'npm run -s bench:list': byHand,
  'npm run -s bench:log': byHand,
  'npm run -s gateway:bench -- --desks N --json': byHand,
  'npm run -s damage -- --json': `${byHand}; tests/integration/damaged-database.test.ts damages fewer pages`,
  'npm run gateway -- ARGUMENTS': 'the gateway of the work tree; a test runs the one that is built',
  'ringcue-VERSION-win-x64.exe /S': 'Windows',
  'ringcue-VERSION-win-x64.exe /S /allusers': 'Windows',
  'msiexec /i ringcue-VERSION-win-x64.msi /qn': 'Windows',
  'msiexec /x … /qn': 'Windows',
  'gh attestation verify FILE --repo OWNER/ringcue': 'needs a release that GitHub has',
  'git push --follow-tags': 'publishes',
};
