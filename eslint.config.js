import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The features of the main process: they know storage at most, never one another (app.ts joins them). */
const features = ['sources', 'calls', 'popups', 'config', 'windows', 'demo', 'network', 'ipc'];
const featureZones = features.map((feature) => ({
  target: `./electron/${feature}`,
  from: features.filter((other) => other !== feature).map((other) => `./electron/${other}`),
  message: 'Features do not import each other: app.ts hands them interfaces.',
}));

/** Feature folders that must run in plain Node tests, so they take clock, fetch and sockets as arguments. */
const nodeOnly = ['sources', 'calls', 'webhooks', 'config', 'storage', 'demo'];

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
const restrict = (...paths) => ({
  'no-restricted-imports': ['error', { paths: paths.flat() }],
});

export default tseslint.config(
  { ignores: ['dist', 'release', '.cache', 'tests/output', 'node_modules'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/resolver': { typescript: true },
      'import-x/extensions': ['.ts', '.tsx'],
    },
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            {
              target: './shared',
              from: ['./electron', './renderer', './build', './tests'],
              message: 'shared imports only itself and pure libraries.',
            },
            {
              target: './electron',
              from: ['./renderer', './build', './tests'],
              message: 'electron imports shared and itself.',
            },
            {
              target: './renderer',
              from: ['./electron', './build', './tests'],
              message: 'renderer imports shared and itself.',
            },
            {
              target: './electron/storage',
              from: features.map((feature) => `./electron/${feature}`),
              message: 'storage is the lowest layer.',
            },
            ...featureZones,
          ],
        },
      ],
      ...restrict(noSockets, noRawIpc),
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: noElectron,
          patterns: [{ group: ['node:*'], message: 'shared is free of Node, DOM and Electron.' }],
        },
      ],
    },
  },
  {
    files: nodeOnly.map((folder) => `electron/${folder}/**/*.ts`),
    rules: restrict(noSockets, noElectron),
  },
  { files: ['electron/network/**/*.ts'], rules: restrict(noRawIpc) },
  {
    files: ['electron/preload.ts', 'electron/ipc/**/*.ts'],
    rules: restrict(noSockets),
  },
  {
    files: ['electron/demo/event-server.ts'],
    // The demo call centre is a server: it accepts sockets on loopback and never dials out.
    rules: restrict(noElectron),
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...restrict(noElectron),
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['tests/**/*.ts', 'build/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      'import-x/no-default-export': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What comes out of a page or a process is read as what the test expects; wrong, the test fails.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
