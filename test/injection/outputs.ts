import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { App, Chart, YamlOutputType } from 'cdk8s';
import { Packages } from './releases';
import { readYaml } from '../read-yaml';

/** A way out of cdk8s. */
export interface Output {
  readonly name: string;
  /** Passed to the app; undefined where the app writes no files. */
  readonly yamlOutputType?: YamlOutputType;
  /** Every manifest that comes out, `shop` being the chart of the application. */
  manifests(app: App, shop: Chart, packages: Packages): any[];
}

/** The values of `YamlOutputType`; the enum itself is a value of one release. */
const FILES = ['FILE_PER_APP', 'FILE_PER_CHART', 'FILE_PER_RESOURCE', 'FOLDER_PER_CHART_FILE_PER_RESOURCE'] as const;

export const FILE_OUTPUTS: readonly Output[] = FILES.map((name, yamlOutputType) => ({
  name,
  yamlOutputType,
  manifests: (app, _, { cdk8s }) => {
    expect(cdk8s.YamlOutputType[yamlOutputType]).toBe(name);
    app.synth();
    return manifestsIn(app.outdir);
  },
}));

export const OUTPUTS: readonly Output[] = [
  ...FILE_OUTPUTS,
  { name: 'synthYaml', manifests: app => readYaml(app.synthYaml()) },
  { name: 'Testing.synth', manifests: (_, shop, { cdk8s }) => cdk8s.Testing.synth(shop) },
];

/** Paths of the files below a folder, sorted. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => statSync(join(folder, path)).isFile()).sort();
}

function manifestsIn(folder: string): any[] {
  return filesIn(folder).flatMap(file => readYaml(readFileSync(join(folder, file), 'utf8')));
}
