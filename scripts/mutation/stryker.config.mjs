// Mutation testing of the folders that decide what is written: see docs/mutation-testing.md.
export default {
  mutate: ['src/rules/**/*.ts', 'src/render/**/*.ts'],
  testRunner: 'mocha',
  mochaOptions: { spec: ['scripts/mutation/tests.js'] },
  coverageAnalysis: 'perTest',
  // A table that is read while the package is loaded would cost a process for each mutant.
  ignoreStatic: true,
  // There is none of that name: Stryker would look for TypeScript beside itself to rewrite tsconfig.json.
  tsconfigFile: 'none',
  packageManager: 'npm',
  concurrency: 1,
  dryRunTimeoutMinutes: 20,
  timeoutMS: 20000,
  timeoutFactor: 4,
  ignorePatterns: ['coverage', 'dist', 'lib', 'test-reports', 'test/languages'],
  tempDirName: 'test-reports/mutation/tmp',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'test-reports/mutation/index.html' },
  jsonReporter: { fileName: 'test-reports/mutation/mutation.json' },
};
