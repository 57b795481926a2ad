import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../examples');
const { EXAMPLES, LANGUAGES, files }: {
  readonly EXAMPLES: { readonly [name: string]: { readonly shows: string } };
  readonly LANGUAGES: { readonly [name: string]: string };
  files(): Map<string, string>;
} = jest.requireActual('../../scripts/examples.js');

test('every folder of examples is in the index, and the index names no other', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'languages').map(entry => entry.name);
  expect(folders.sort()).toEqual(Object.keys(EXAMPLES).sort());
  expect(readdirSync(join(FOLDER, 'languages')).sort()).toEqual(Object.keys(LANGUAGES).sort());
});

test.each([...files()])('%s is up to date: npx projen post-compile writes it', (file, text) => {
  expect(existsSync(join(FOLDER, file)) && readFileSync(join(FOLDER, file), 'utf8')).toBe(text);
});

test('package.json of an example names what its program imports, with the range that is tested', () => {
  const { dependencies } = JSON.parse(files().get('eks-fargate/package.json')!);
  expect(Object.keys(dependencies)).toEqual(['cdk8s', 'cdk8s-datadog', 'cdk8s-plus-28', 'cdk8s-plus-34', 'constructs']);
  const root = JSON.parse(readFileSync(join(FOLDER, '../package.json'), 'utf8'));
  expect(dependencies).toMatchObject({ ...root.peerDependencies, 'cdk8s-plus-34': `^${root.devDependencies['cdk8s-plus-34']}` });
});

test('examples take the cdk8s-plus that cdk8s init gives, but for the one that shows others', () => {
  const template = JSON.parse(readFileSync(join(FOLDER, '../node_modules/cdk8s-cli/templates/typescript-app/package.json'), 'utf8').replace(/\{\{.*?\}\}/g, 'x'));
  const [given] = Object.keys(template.dependencies).filter(name => name.startsWith('cdk8s-plus-'));
  const others = Object.keys(EXAMPLES).filter(name => {
    const { dependencies } = JSON.parse(files().get(`${name}/package.json`)!);
    return Object.keys(dependencies).some(of => of.startsWith('cdk8s-plus-') && of !== given);
  });
  expect(others).toEqual(['eks-fargate']);
});
