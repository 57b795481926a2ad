// Compiles with jsii, then puts what the package loads into few files. The declarations stay one for each source file.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
// jsii tells on every run that Node 20 is past its end of life; the package supports it all the same.
const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
const jsii = [path.join(root, 'node_modules', '.bin', 'jsii'), '--silence-warnings=reserved-word'];
for (const command of [jsii, [path.join(__dirname, 'bundle.js')]]) {
  const { status, error } = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
