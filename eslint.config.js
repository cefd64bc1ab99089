import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The dependency rule. Imports are relative and name their file, so a pattern on the path is enough.
 * renderer -> shared <- electron; nothing imports build or tests; shared imports only itself.
 */
const never = (folders, message) => ({
  regex: `^(\\.\\./)+(${folders.join('|')})/`,
  message,
});
const noBuildOrTests = never(['build', 'tests'], 'Nothing imports build or tests.');
const sharedOnly = never(
  ['electron', 'renderer'],
  'shared imports only itself and pure libraries.',
);
const noElectronFolder = never(['electron'], 'renderer imports shared and itself.');
const noRenderer = never(['renderer'], 'electron imports shared and itself.');

/** The features of the main process: they know storage and ports at most, never one another. */
const features = [
  'sources',
  'calls',
  'popups',
  'config',
  'windows',
  'demo',
  'network',
  'ipc',
  'webhooks',
  'journal',
  'presence',
];
/** Feature folders that run in plain Node tests, so they take clock, fetch and sockets as arguments. */
const nodeOnly = ['sources', 'calls', 'webhooks', 'config', 'demo', 'journal'];

const noSockets = [
  { name: 'ws', message: 'Only electron/network makes sockets: it knows proxy and trust.' },
  { name: 'undici', message: 'Only electron/network fetches: it knows proxy and trust.' },
  { name: 'node:https', message: 'Only electron/network fetches: it knows proxy and trust.' },
];
const noRawIpc = [
  {
    name: 'electron',
    importNames: ['ipcMain', 'ipcRenderer'],
    message: 'Use the typed wrapper in electron/ipc: it parses every input and checks the sender.',
  },
];
const noElectron = [{ name: 'electron', message: 'This folder runs without Electron.' }];
const restrict = (paths, patterns) => ({ 'no-restricted-imports': ['error', { paths, patterns }] });

function featureRules(feature) {
  const others = features.filter((other) => other !== feature);
  const siblings = {
    regex: `^\\.\\./(${others.join('|')})/`,
    message: 'Features do not import each other: app.ts hands them interfaces.',
  };
  const root = { regex: '^\\.\\./(app|main)\\.ts$', message: 'Features do not know the root.' };
  const paths = [
    // The demo call centre is a server: it accepts sockets on loopback and never dials out.
    ...(feature === 'network' || feature === 'demo' ? [] : noSockets),
    ...(nodeOnly.includes(feature) ? noElectron : feature === 'ipc' ? [] : noRawIpc),
  ];
  return {
    files: [`electron/${feature}/**/*.ts`],
    rules: restrict(paths, [noBuildOrTests, noRenderer, siblings, root]),
  };
}

export default tseslint.config(
  { ignores: ['dist', 'release', '.cache', 'tests/output', 'node_modules'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `const { secret: _taken, ...rest }` is how a member is left out of a copy.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports: one name everywhere.' },
      ],
      ...restrict([...noSockets, ...noRawIpc], [noBuildOrTests, noRenderer]),
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: restrict(
      [...noSockets, ...noElectron],
      [
        noBuildOrTests,
        sharedOnly,
        { regex: '^node:', message: 'shared is free of Node, DOM and Electron.' },
      ],
    ),
  },
  ...features.map(featureRules),
  {
    files: ['electron/storage/**/*.ts', 'electron/ports/**/*.ts'],
    rules: restrict(
      [...noSockets, ...noRawIpc],
      [noBuildOrTests, noRenderer, never(features, 'storage and ports are the lowest layers.')],
    ),
  },
  { files: ['electron/preload.ts'], rules: restrict(noSockets, [noBuildOrTests, noRenderer]) },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...restrict(noElectron, [noBuildOrTests, noElectronFolder]),
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  // Generated from the catalogue of texts: one line a text.
  { files: ['shared/text/message-values.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}', 'build/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What comes out of a page or a process is read as what the test expects; wrong, the test fails.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
