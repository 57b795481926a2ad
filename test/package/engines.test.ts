import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const { satisfies, minVersion }: { satisfies(version: string, range: string): boolean; minVersion(range: string): { version: string } } = jest.requireActual('semver');

/** The oldest releases that contributors need; CONTRIBUTING.md names them. */
const DEVELOPMENT = ['20.19.0', '22.13.0', '24.0.0'];
/** What came out last on each line when this was written. */
const NEWEST = ['20.20.2', '22.23.3', '24.21.0'];

interface Locked { readonly version?: string; readonly engines?: { readonly node?: string } }

/** Packages of a lock file that do not want a version of Node: npm prints EBADENGINE for each. */
function unwanted(packages: { readonly [path: string]: Locked }, node: string): string[] {
  return Object.entries(packages)
    .filter(([, { engines }]) => engines?.node !== undefined && !satisfies(node, engines.node))
    .map(([path, { version, engines }]) => `${path} ${version} wants Node ${engines!.node}`);
}

test.each([...DEVELOPMENT, ...NEWEST])('npm ci installs on Node %s without an EBADENGINE warning', node => {
  expect(unwanted(read('package-lock.json').packages, node)).toEqual([]);
});

test('a package that wants a newer Node is found', () => {
  const packages = { 'node_modules/new': { version: '1.0.0', engines: { node: '>=22' } }, 'node_modules/old': { version: '2.0.0' }, 'node_modules/any': { engines: { node: '*' } } };
  expect(unwanted(packages, '20.20.2')).toEqual(['node_modules/new 1.0.0 wants Node >=22']);
  expect(unwanted(packages, '22.13.0')).toEqual([]);
});

test('the package and its peers install on the oldest Node that it names', () => {
  const { engines, peerDependencies } = read('package.json');
  const oldest = minVersion(engines.node).version;
  const { packages } = read('package-lock.json');
  for (const peer of [...Object.keys(peerDependencies), 'cdk8s-newest', 'constructs-newest']) {
    expect([peer, satisfies(oldest, packages[`node_modules/${peer}`].engines?.node ?? '*')]).toEqual([peer, true]);
  }
});

test('CONTRIBUTING.md names the releases of Node that the dependencies want', () => {
  expect(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')).toContain(`Node ${DEVELOPMENT.map(v => v.replace(/\.0$/, '')).join(', ').replace(/, ([^,]*)$/, ' or $1')}`);
});
