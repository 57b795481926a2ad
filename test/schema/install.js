// Installs the packages that have the schemas of Kubernetes and of CRDs, in a folder of their own below node_modules: once, and again
// after package-lock.json beside package.json changes. Jest runs this before the tests.
// The packages are not development dependencies, because they ask for Node 22: `npm ci` would print a warning for each of them on
// Node 20. The tests read generated JavaScript from them and nothing else, and Node 20 reads it too.
const { spawnSync } = require('node:child_process');
const { cpSync, existsSync, mkdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const LISTED = join(__dirname, 'packages');
const FOLDER = join(__dirname, '../../node_modules/.cache/schemas');

/** Where the packages are. */
exports.MODULES = join(FOLDER, 'node_modules');

const lockOf = folder => readFileSync(join(folder, 'package-lock.json'), 'utf8');

function isCurrent() {
  // npm writes this file when it has installed everything.
  return existsSync(join(exports.MODULES, '.package-lock.json')) && lockOf(FOLDER) === lockOf(LISTED);
}

module.exports = Object.assign(async () => {
  if (isCurrent()) return;
  mkdirSync(FOLDER, { recursive: true });
  cpSync(LISTED, FOLDER, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm could not install the packages of test/schema/packages: it ended with ${status}`);
}, exports);
