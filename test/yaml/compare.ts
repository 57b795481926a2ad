// Compares the YAML writer with those of the oldest and the newest cdk8s over random values and over manifests, and prints what was
// compared: `ts-node --transpile-only --project test/tsconfig.json test/yaml/compare.ts [--documents N] [files and folders of manifests]`.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { ANY_DOCUMENTS, countValues, PLAIN_DOCUMENTS } from './values';
import { YamlWriter } from '../../src/yaml/yaml-writer';

/** Of the manifests, what share must be written without cdk8s. */
const LEAST_SHARE = 0.99;

const args = process.argv.slice(2);
const documents = args[0] === '--documents' ? Number(args.splice(0, 2)[1]) : 30_000;

for (const name of ['cdk8s', 'cdk8s-newest']) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Yaml } = require(name);
  const authority = (document: unknown): string => Yaml.stringify(document);
  compareRandom(name, 'plain', PLAIN_DOCUMENTS, documents, authority);
  compareRandom(name, 'any', ANY_DOCUMENTS, Math.ceil(documents / 3), authority);
  for (const place of args) compareManifests(name, place, authority);
}

function compareRandom(name: string, kind: string, from: fc.Arbitrary<unknown>, numRuns: number, authority: (document: unknown) => string): void {
  const writer = new YamlWriter(authority);
  let values = 0;
  fc.assert(fc.property(from, document => {
    values += countValues(document);
    requireEqual(attempt(() => writer.write(document)), attempt(() => authority(document)));
  }), { numRuns });
  console.log(`${name}: ${numRuns} random documents of kind '${kind}' with ${values} values have equal bytes; ${writer.served} written here`);
}

function compareManifests(name: string, place: string, authority: (document: unknown) => string): void {
  const writer = new YamlWriter(authority);
  const manifests = filesIn(place).flatMap(read);
  for (const manifest of manifests) requireEqual(writer.write(manifest), authority(manifest));
  const share = writer.served / manifests.length;
  console.log(`${name}: ${manifests.length} manifests of ${place} have equal bytes; ${(share * 100).toFixed(2)} % written here`);
  if (!(share >= LEAST_SHARE)) throw new Error(`less than ${LEAST_SHARE * 100} % of the manifests of ${place} are written without cdk8s`);
}

function filesIn(place: string): string[] {
  if (fs.statSync(place).isFile()) return [place];
  return fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).filter(file => /\.ya?ml$/.test(file)).map(file => path.join(place, file));
}

/** The objects of a file, as cdk8s reads them; none where it is a template or broken. */
function read(file: string): object[] {
  try {
    const parsed = parseAllDocuments(fs.readFileSync(file, 'utf8'), { version: '1.1', logLevel: 'silent' });
    if (!Array.isArray(parsed) || parsed.some(({ errors }) => errors.length > 0)) return [];
    return parsed.map(document => document.toJSON()).filter(object => typeof object?.kind === 'string' && typeof object.apiVersion === 'string');
  } catch {
    return [];
  }
}

function attempt(write: () => string): string {
  try {
    return write();
  } catch (error) {
    return `fails: ${(error as Error).message}`;
  }
}

function requireEqual(ours: string, theirs: string): void {
  if (ours !== theirs) throw new Error(`${JSON.stringify(ours.slice(0, 2000))} was written in place of ${JSON.stringify(theirs.slice(0, 2000))}`);
}
