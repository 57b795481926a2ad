import { cdk8s, javascript, JsonFile } from 'projen';

/** The oldest releases that users may bring; the tests also run against the newest (`cdk8s-newest`). */
const OLDEST = { cdk8s: '2.68.91', constructs: '10.3.0' };
const NEWEST = { cdk8s: '2.70.106', constructs: '10.8.1' };
const MODULE = 'cdk8s-datadog';
const REPOSITORY = 'https://github.com/cdk8s-datadog/cdk8s-datadog';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: MODULE,
  description: 'Everything Datadog needs on a Kubernetes cluster, synthesized from a few typed lines and checked before it is written',
  author: 'The cdk8s-datadog authors',
  authorAddress: 'maintainers@cdk8s-datadog.dev',
  authorOrganization: true,
  repositoryUrl: `${REPOSITORY}.git`,
  homepage: REPOSITORY,
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'datadog', 'kubernetes', 'eks', 'fargate', 'observability', 'monitoring', 'sidecar', 'cluster-agent'],
  defaultReleaseBranch: 'main',
  majorVersion: 0,
  stability: 'experimental',

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '22',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  bumpPackage: 'commit-and-tag-version@^12',

  cdk8sVersion: OLDEST.cdk8s,
  constructsVersion: OLDEST.constructs,
  integrationTestAutoDiscover: false,
  sampleCode: false,
  devDeps: [
    `cdk8s-newest@npm:cdk8s@${NEWEST.cdk8s}`,
    `constructs-newest@npm:constructs@${NEWEST.constructs}`,
    'cdk8s-plus-25@2.22.79',
    'cdk8s-plus-28@2.5.6',
    'cdk8s-plus-31@2.6.43',
    'cdk8s-plus-33@2.5.57',
    'cdk8s-plus-34@2.0.54',
    'cdk8s-cli@2.207.60',
    'esbuild@^0.25',
    'fast-check@^4',
    'jest-environment-node@^30',
    'kubernetes-types@^1.30.0',
    'semver@^7',
    'ts-node@^10',
    'yaml@^2',
  ],

  jestOptions: {
    jestVersion: '^30',
    coverageText: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    configFilePath: 'jest.config.json',
    jestConfig: {
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/'],
      // Every object that any test makes is held to the schemas of Kubernetes and of the CRDs.
      globalSetup: '<rootDir>/test/schema/install.js',
      testEnvironment: '<rootDir>/test/schema/environment.js',
      setupFilesAfterEnv: ['<rootDir>/test/schema/after-each.js'],
      moduleNameMapper: { '^cdk8s-datadog$': '<rootDir>/src/index.ts', '^(cdk8s|cdk8s-newest)$': '<rootDir>/test/schema/$1.js' },
      maxWorkers: '100%',
      collectCoverage: false, // It takes a third more time: `npm run coverage`, and a stage of `.ci/run`.
      coverageProvider: 'babel', // V8's takes three times the time of the tests themselves.
      collectCoverageFrom: ['src/**/*.ts'],
      // Files that lack something, and the totals: a page for each file takes seconds to write.
      coverageReporters: [['text', { skipFull: true }], 'lcovonly'] as any,
      coverageThreshold: { branches: 97, functions: 99, lines: 99, statements: 99 },
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'e2e', 'bench'],
    commandOptions: { fix: false },
  },
  tsconfigDev: {
    include: ['../examples/**/*.ts', '../e2e/**/*.ts', '../bench/**/*.ts'],
    exclude: ['../dist'],
    compilerOptions: {
      incremental: true,
      tsBuildInfoFile: '../node_modules/.cache/test.tsbuildinfo',
      paths: { 'cdk8s-datadog': ['../src/index.ts'] },
      types: ['jest', 'node'],
    },
  },

  publishToPypi: { distName: MODULE, module: 'cdk8s_datadog', trustedPublishing: true },
  publishToMaven: {
    javaPackage: 'io.github.cdk8s_datadog',
    mavenGroupId: 'io.github.cdk8s-datadog',
    mavenArtifactId: MODULE,
    mavenServerId: 'central-ossrh',
  },
  publishToGo: { moduleName: 'github.com/cdk8s-datadog/cdk8s-datadog-go' },
  npmTrustedPublishing: true,
  npmProvenance: true,
  releaseToNpm: true,

  depsUpgrade: false,
  githubOptions: { mergify: false },
  pullRequestTemplate: false,
  gitignore: ['/dist/', '/lib/', 'tsconfig.json.tsbuildinfo', '*.tsbuildinfo', '.jsii.tabl.json', '__pycache__/', '.venv/', 'target/'],
});

// projen leaves out what is called like the files of loggers.
project.gitignore.include('/src/features/logs/', '/test/features/logs/');
for (const folder of ['docs', 'examples', 'e2e', 'bench', 'scripts', '.ci']) project.npmignore?.exclude(`/${folder}/`);
for (const page of ['CONTRIBUTING.md', 'SECURITY.md']) project.npmignore?.exclude(`/${page}`);
// Translated examples are for building the packages of other languages, from this folder.
project.npmignore?.exclude('/.jsii.tabl.json');

// jsii tells on every run that Node 20 is past its end of life; the package supports it all the same.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './package.json': './package.json',
  './.jsii': './.jsii',
});

// `npm start` works in a fresh clone: it needs nothing but node, so it is no projen task.
project.package.setScript('start', 'node scripts/start.js');
project.package.setScript('e2e', 'node scripts/e2e.js');

project.compileTask.reset('node scripts/build.js');
// The build puts all of it into a few files at the top of lib.
project.npmignore?.exclude('/lib/*/**/*.js');

// `npm test` compiles first: one test packs what was built and uses it in an app of its own.
project.testTask.reset();
project.testTask.exec('node scripts/build.js');
project.testTask.exec('jest --ci', { receiveArgs: true });
project.addTask('coverage', { description: 'Runs all tests, with coverage, and fails below the floor', exec: 'jest --ci --coverage', receiveArgs: true });

// One page for each construct in place of one for all; the pages are on the repository's site and not in the package.
project.tasks.tryFind('docgen')!.reset('node scripts/api-pages.js');
project.annotateGenerated('/API.md');
project.annotateGenerated('/docs/api/**');
project.postCompileTask.exec('node scripts/option-shapes.js');
project.postCompileTask.exec('node scripts/rules-page.js');
project.postCompileTask.exec('node scripts/option-keys.js');
project.postCompileTask.exec('node scripts/deliveries-page.js');
project.postCompileTask.exec('node scripts/features-page.js');
project.postCompileTask.exec('ts-node --transpile-only --project test/tsconfig.json test/peers/write-defaults.ts');
project.postCompileTask.exec('node scripts/architecture.js');
project.postCompileTask.exec('node scripts/examples.js');
// What the packages of other languages show in the place of the README's TypeScript.
project.postCompileTask.spawn(project.addTask('rosetta', {
  description: 'Translates the examples of the README and of docstrings; one that does not compile fails',
  exec: 'jsii-rosetta extract --strict --directory test/docs/reader .',
}));

const typecheck = project.addTask('typecheck', {
  description: 'Type-checks the tests, the examples and the scripts',
  exec: 'tsc --noEmit -p test/tsconfig.json',
});
project.addTask('bench', {
  description: 'Measures what the library adds to a synthesis, as ratios in one run, and writes docs/performance.md',
  steps: [{ spawn: 'compile' }, { exec: 'ts-node --transpile-only --project test/tsconfig.json bench/main.ts', receiveArgs: true }],
});
// No dependency: nothing but this needs it, and it is no part of CI.
const stryker = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@11.8.0'].map(name => `--package ${name}`).join(' ');
project.addTask('mutation', {
  description: 'Mutation testing of src/rules and src/render; takes an hour, or a folder with --mutate',
  exec: `npx --yes ${stryker} stryker run scripts/mutation/stryker.config.mjs`,
  receiveArgs: true,
});
const lint = project.addTask('lint', { description: 'Type-checks and lints, and looks at the words of added lines, without changing a file' });
lint.spawn(typecheck);
lint.spawn(project.tasks.tryFind('eslint')!);
lint.exec('node scripts/prose/check.js');

// Each example has a package.json of its own, so the name of the package does not lead out of its folder.
project.eslint!.addOverride({ files: ['examples/**/*.ts'], rules: { 'import/no-unresolved': ['error', { ignore: ['^cdk8s-datadog$'] }], 'import/order': 'off' } });

// The linter asks for the nearest tsconfig.json of each file.
for (const folder of ['examples', 'e2e', 'bench']) {
  new JsonFile(project, `${folder}/tsconfig.json`, {
    obj: { extends: '../test/tsconfig.json', include: ['**/*.ts'] },
  });
}

project.synth();
