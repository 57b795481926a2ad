// Runs e2e/main.ts without compiling it first: `npm run e2e -- --help` tells the options.
const path = require('node:path');

const root = path.join(__dirname, '..');
try {
  require('ts-node').register({ transpileOnly: true, project: path.join(root, 'e2e', 'tsconfig.json') });
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  console.error('The dependencies are not installed. Run `npm start` first: it installs them and synthesizes the examples.');
  process.exit(1);
}
require(path.join(root, 'e2e', 'main.ts'));
