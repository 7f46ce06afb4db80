import tseslint from 'typescript-eslint'

const globals = ['Date', 'Intl', 'performance', 'crypto', 'process', 'console', 'fetch', 'globalThis', 'queueMicrotask']
const timers = ['setTimeout', 'setInterval', 'setImmediate']

/** Below the runtime there is no clock, no chance, no locale, no I/O, and a refusal is a value. */
const pure = {
  files: ['packages/{kernel,domain}/src/**/*.ts'],
  ignores: ['**/*.test.ts', 'packages/kernel/src/arbitrary.ts'],
  rules: {
    'no-restricted-globals': ['error', ...globals, ...timers],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    'no-restricted-syntax': [
      'error',
      { selector: 'ThrowStatement', message: 'A refusal is a value: return E.left.' },
      {
        selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]',
        message: 'The answer would depend on the locale of the machine.',
      },
    ],
  },
}

const libraryFiles = {
  regex: '^(fp-ts|io-ts)/(?!lib/.*\\.js$)',
  message: 'Write fp-ts/lib/Either.js: fp-ts has no exports map, and Node finds no folder.',
}

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', 'reports/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['{packages,examples}/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-redeclare': 'off',
      // An interface over one type is a name for it: messages and declarations say the name.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-imports': ['error', { patterns: [libraryFiles] }],
      'max-lines': ['error', 300],
      eqeqeq: 'error',
    },
  },
  {
    files: ['examples/*/src/*.law.ts'],
    rules: {
      // Node's runner waits for its tests by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] },
      ],
    },
  },
  pure,
)
