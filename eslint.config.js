import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The dependency rule. Imports are relative and name their file, so a pattern on the path is enough.
 * renderer -> shared <- electron, gateway -> shared; nothing imports build or tests; shared imports only itself.
 * The demo's thread alone may import the gateway.
 */
const never = (folders, message) => ({
  regex: `^(\\.\\./)+(${folders.join('|')})(/|$)`,
  message,
});
const noBuildOrTests = never(['build', 'tests'], 'Nothing imports build or tests.');
const sharedOnly = never(
  ['electron', 'renderer', 'gateway'],
  'shared imports only itself and pure libraries.',
);
const noElectronFolder = never(['electron'], 'renderer and gateway import shared and themselves.');
const noRenderer = never(['renderer', 'gateway'], 'electron imports shared and itself.');
/** The one exception: the demo's thread runs the gateway, so that there is one WebSocket server in the house. */
const demoWorker = 'electron/features/demo/gateway-worker.ts';

/** The features of the main process, in the order in which they may know one another: each those before it. */
const features = [
  'notices',
  'config',
  'managed',
  'updates',
  'diagnostics',
  'demo',
  'sources',
  'popups',
  'webhooks',
  'flows',
  'rules',
  'calls',
  'log',
  'overview',
  'card',
  'presence',
];
/** Features that run in plain Node tests, so they take clock, fetch and sockets as arguments. */
const nodeOnly = [
  'notices',
  'config',
  'managed',
  'updates',
  'demo',
  'sources',
  'webhooks',
  'flows',
  'rules',
  'calls',
  'log',
  'overview',
];

const noSockets = [
  {
    name: 'ws',
    message: 'Only electron/platform/network makes sockets: it knows proxy and trust.',
  },
  { name: 'undici', message: 'Only electron/platform/network fetches: it knows proxy and trust.' },
  {
    name: 'node:https',
    message: 'Only electron/platform/network fetches: it knows proxy and trust.',
  },
];
const noRawIpc = [
  {
    name: 'electron',
    importNames: ['ipcMain', 'ipcRenderer'],
    message:
      'Use the typed wrapper in electron/platform/ipc: it parses every input and checks the sender.',
  },
];
const noElectron = [{ name: 'electron', message: 'This folder runs without Electron.' }];
const restrict = (paths, patterns) => ({ 'no-restricted-imports': ['error', { paths, patterns }] });

/** The renderer's features, each after those it may use. */
const screens = [
  'import',
  'first-run',
  'admin',
  'notices',
  'calls',
  'deliveries',
  'templates',
  'flows',
  'popups',
  'webhooks',
  'rules',
  'sources',
  'log',
  'overview',
  'setup',
  'desk',
  'card',
  'settings',
  'agent-menu',
  'palette',
  'find-bar',
];

const noFrame = {
  regex: '^(\\.\\./)+(app|shell|desk|find-bar)\\.tsx$',
  message: 'Screens do not know the frame around them.',
};

/** A screen uses those before it in the list, and no frame that shows it. */
const screenRules = (screen, place) => ({
  files: [`renderer/features/${screen}/**/*.{ts,tsx}`],
  rules: restrict(noElectron, [
    noBuildOrTests,
    noElectronFolder,
    ...(place === screens.length - 1
      ? []
      : [never(screens.slice(place + 1), 'Screens know only those before them in the list.')]),
    noFrame,
  ]),
});

const noFeatures = never(['features'], 'platform and startup know no feature.');
const noRoot = never(
  ['app', 'startup', 'main\\.ts'],
  'Features and platform do not know the root.',
);
const noNetwork = never(
  ['platform/network'],
  'Features take functions that send: app hands them over.',
);
/** The parts of the platform that need Electron. */
const noElectronParts = never(
  ['platform/windows', 'platform/runtime\\.ts', 'platform/logging/file-log\\.ts'],
  'This folder runs without Electron.',
);

/** Who runs without Electron may know the types of what needs it. */
const typesOfElectronFeatures = {
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: `^(\\.\\./)+(${features.filter((name) => !nodeOnly.includes(name)).join('|')})/`,
          message: 'This folder runs without Electron: of that feature it may import types.',
          allowTypeImports: true,
        },
      ],
    },
  ],
};

function featureRules(feature) {
  const paths = [...noSockets, ...(nodeOnly.includes(feature) ? noElectron : noRawIpc)];
  const own = nodeOnly.includes(feature) ? [noElectronParts] : [];
  return {
    files: [`electron/features/${feature}/**/*.ts`],
    rules: {
      ...restrict(paths, [...featurePatterns(feature), ...own]),
      ...(nodeOnly.includes(feature) ? typesOfElectronFeatures : {}),
    },
  };
}

/** A feature knows the index of those before it, and nothing of those after it. */
function featurePatterns(feature, ofElectron = noRenderer) {
  const place = features.indexOf(feature);
  const before = features.slice(0, place).join('|');
  const after = features.slice(place + 1);
  return [
    noBuildOrTests,
    ofElectron,
    noRoot,
    noNetwork,
    ...(after.length === 0
      ? []
      : [never(after, 'Features know only those before them in the list.')]),
    ...(before === ''
      ? []
      : [
          {
            regex: `^(\\.\\./)+(${before})/(?!index\\.ts$)`,
            message: 'Of another feature only index.ts may be imported.',
          },
        ]),
  ];
}

/** Channels may ask for a file with the system's dialogs. */
const channelRules = (feature) => ({
  files: [`electron/features/${feature}/ipc.ts`, `electron/features/${feature}/*-handlers.ts`],
  rules: restrict([...noSockets, ...noRawIpc], featurePatterns(feature)),
});

/** The root joins features: it knows their index and their channels. */
const rootRules = {
  files: ['electron/app/**/*.ts', 'electron/startup/**/*.ts', 'electron/main.ts'],
  rules: restrict(
    [...noSockets, ...noRawIpc],
    [
      noBuildOrTests,
      noRenderer,
      {
        regex: '/features/[^/]+/(?!(index|ipc)\\.ts$)',
        message: 'Of a feature the root knows index.ts and ipc.ts.',
      },
    ],
  ),
};

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
  ...features.map(channelRules),
  {
    files: [demoWorker],
    rules: restrict(
      [...noSockets, ...noElectron],
      [
        ...featurePatterns('demo', never(['renderer'], 'electron imports shared and itself.')),
        noElectronParts,
      ],
    ),
  },
  rootRules,
  {
    files: ['electron/platform/**/*.ts', 'electron/startup/**/*.ts'],
    rules: restrict([...noSockets, ...noRawIpc], [noBuildOrTests, noRenderer, noFeatures, noRoot]),
  },
  {
    files: ['electron/platform/network/**/*.ts'],
    rules: restrict(noRawIpc, [noBuildOrTests, noRenderer, noFeatures, noRoot]),
  },
  {
    files: ['electron/platform/ipc/**/*.ts'],
    rules: restrict(noSockets, [noBuildOrTests, noRenderer, noFeatures, noRoot]),
  },
  {
    files: ['gateway/**/*.ts'],
    rules: restrict(noElectron, [
      noBuildOrTests,
      noElectronFolder,
      never(['renderer'], 'gateway imports shared and itself.'),
    ]),
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
  ...screens.map(screenRules),
  {
    files: ['renderer/{api,forms,i18n,ui}/**/*.{ts,tsx}'],
    rules: restrict(noElectron, [
      noBuildOrTests,
      noElectronFolder,
      noFrame,
      never(['features'], 'What every screen uses knows no screen.'),
    ]),
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
