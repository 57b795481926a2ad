import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { describe, flatten, groupOf, KubeObject } from './manifests';
import { Problem } from './problem';

export interface Example {
  readonly name: string;
  readonly files: number;
  readonly objects: KubeObject[];
  /** The factory of `Platform` that the example calls. */
  readonly platform: string;
  /** Those of its cluster: what none of them takes runs on EC2 nodes. */
  readonly fargateProfiles: FargateProfile[];
}

/** As EKS has it: a pod is taken that one of the selectors matches. */
export interface FargateProfile {
  readonly name: string;
  readonly selectors: FargateSelector[];
}

export interface FargateSelector {
  readonly namespace: string;
  readonly labels?: Record<string, string>;
}

/** Of an example that declares none, on a platform that runs every pod on Fargate. */
const ALL_PODS: FargateProfile = { name: 'all', selectors: [{ namespace: '*' }] };

/** Every folder in `folder` with manifests at any depth, in the order of their names. */
export function readExamples(folder: string, only: string[]): Example[] {
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Problem(`No example '${unknown.join("', '")}' in ${folder}; there are: ${names.sort().join(', ') || 'none'}.`);
  const examples = names.sort()
    .filter((name) => only.length === 0 || only.includes(name))
    .map((name) => readExample(name, path.join(folder, name)))
    .filter(({ files }) => files > 0);
  if (examples.length === 0) throw new Problem(`No manifests in ${folder}. Run \`npm start\` first: it synthesizes the examples.`);
  return examples;
}

function readExample(name: string, folder: string): Example {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file)).sort();
  const objects = files.flatMap((file) => readManifests(path.join(folder, file)));
  const seen = new Set<string>();
  for (const object of objects) {
    const key = `${groupOf(object)} ${describe(object)}`;
    if (seen.has(key)) throw new Problem(`Example ${name} has two objects of one name: ${key.trim()}.`);
    seen.add(key);
  }
  return { name, files: files.length, objects, ...files.length > 0 ? readPlatform(folder) : { platform: '', fargateProfiles: [] } };
}

/** From what `npm start` writes down of the platform that the example declares. */
function readPlatform(folder: string): Pick<Example, 'platform' | 'fargateProfiles'> {
  const file = `${folder}.platform.json`;
  if (!fs.existsSync(file)) throw new Problem(`${file} is missing, which says what the cluster is. Run \`npm start\` first.`);
  const { platform, fargateProfiles } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { platform, fargateProfiles: fargateProfiles ?? (platform === 'eksFargate' ? [ALL_PODS] : []) };
}

/** Reads as kubectl does, by YAML 1.1: an unquoted `on` is a boolean to both. */
export function readManifests(file: string): KubeObject[] {
  const documents = parseAllDocuments(fs.readFileSync(file, 'utf8'), { version: '1.1' });
  const objects: KubeObject[] = [];
  for (const document of documents) {
    if (document.errors.length > 0) throw new Problem(`${file}: ${document.errors[0].message}`);
    if (document.contents !== null) objects.push(...flatten([document.toJS()]));
  }
  for (const object of objects) {
    if (!object?.apiVersion || !object.kind || !object.metadata?.name) throw new Problem(`${file}: an object without apiVersion, kind or name.`);
  }
  return objects;
}
