// Compiles with jsii, then puts what the package loads into one file: finding and reading hundreds of small ones is most of
// the time that loading takes. The declarations stay one for each source file.
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '..');
// jsii tells on every run that Node 20 is past its end of life; the package supports it all the same.
const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
const jsii = [path.join(root, 'node_modules', '.bin', 'jsii'), '--silence-warnings=reserved-word'];
const { status, error } = spawnSync(process.execPath, jsii, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);

esbuild.buildSync({
  absWorkingDir: root,
  entryPoints: ['lib/index.js'],
  outfile: 'lib/index.js',
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['cdk8s', 'constructs'],
  // Names stay readable in stack traces; comments are in the declarations.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
});
