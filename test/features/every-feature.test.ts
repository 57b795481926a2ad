import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { clusterAgentPart } from '../../src/features/contributions';
import { helmClusterAgentEnv } from '../../src/features/deliveries';
import { Feature } from '../../src/features/feature';
import { FEATURES } from '../../src/features/registry';
import { ClusterModel } from '../../src/model/cluster-model';
import { isWrittenByChart } from '../../src/render/helm-values/by-chart';
import { delivered } from '../render/helm-values/delivered';
import { fullModels } from '../render/helm-values/full-models';
import { clusterModel } from '../render/models';

const FOLDER = join(__dirname, '../../src/features');
const folders = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'shared').map(({ name }) => name);
const camel = (name: string) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const MODELS = [clusterModel(), clusterModel({ features: { remoteConfiguration: { enabled: true } } }), ...fullModels()];

/** Names of the options of `DatadogFeatures`, from the source. */
function options(): string[] {
  const file = join(FOLDER, 'features-options.ts');
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === 'DatadogFeatures')!.members.map(({ name }) => name!.getText());
}

test('every option of DatadogFeatures has one module in the registry', () => {
  expect(FEATURES.map(({ name }) => name).sort()).toEqual([...options(), 'apmInstrumentation'].sort());
});

test.each(folders)('the folder %s has its options, its module and nothing else, and the registry has it', folder => {
  expect(readdirSync(join(FOLDER, folder)).sort()).toEqual([`${folder}-options.ts`, `${folder}.ts`].sort());
  const exported = Object.values<any>(jest.requireActual(join(FOLDER, folder, folder)));
  expect(FEATURES.filter(feature => exported.includes(feature)).map(({ name }) => name)).toEqual([camel(folder)]);
});

test('the registry has the features of the folders', () => {
  expect(FEATURES.map(({ name }) => name).sort()).toEqual(folders.map(camel).sort());
});

test('an env var of two features is a fact of src/features/shared', () => {
  const shared = readdirSync(join(FOLDER, 'shared')).flatMap(file => Object.values<any>(jest.requireActual(join(FOLDER, 'shared', file))));
  const names = FEATURES.flatMap(({ env = {} }) => Object.keys(env));
  for (const name of new Set(names.filter((other, at) => names.indexOf(other) !== at))) {
    const [fact, ...others] = FEATURES.flatMap(({ env = {} }) => name in env ? [env[name]] : []);
    expect([name, others.filter(other => other !== fact)]).toEqual([name, []]);
    expect([name, shared.some(value => value?.[name] === fact)]).toEqual([name, true]);
  }
});

/** Paths of the values that are no trees themselves. */
function pathsOf(tree: object, above = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = above ? `${above}.${key}` : key;
    const isTree = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isTree && Object.keys(value).length > 0 ? pathsOf(value, path) : [path];
  });
}

/** Keys that a feature names and never writes, and those that it writes and does not name. */
function otherKeys({ helm }: Pick<Feature, 'helm'>, models: readonly ClusterModel[]) {
  const named = (helm?.keys ?? []).flatMap(({ keys }) => keys);
  const written = [...new Set(models.flatMap(model => pathsOf(helm?.values?.(model) ?? {})))];
  const isAt = (path: string, key: string) => path === key || path.startsWith(`${key}.`);
  // A path above a key is that of an empty tree.
  return {
    neverWritten: named.filter(key => !written.some(path => isAt(path, key))),
    notNamed: written.filter(path => !named.some(key => isAt(path, key) || isAt(key, path))),
  };
}

test.each(FEATURES.map(feature => [feature.name, feature] as const))('%s names the keys of the chart that it writes, and no others', (_, feature) => {
  expect(otherKeys(feature, MODELS)).toEqual({ neverWritten: [], notNamed: [] });
});

test('a key that is never written is found, and so is one that is not named', () => {
  const source = { source: 'x', checkedOn: '2026-12-01' };
  const helm = { keys: [{ keys: ['datadog.a', 'datadog.c'], ...source }], values: () => ({ datadog: { a: { of: 'a map' }, b: [1] } }) };
  expect(otherKeys({ helm }, MODELS)).toEqual({ neverWritten: ['datadog.c'], notNamed: ['datadog.b'] });
});

/** Env vars of the Cluster Agent that the chart writes for some of these clusters only: in the others its own default or another value does the same. */
const BY_OTHER_VALUES = [
  'DD_ADMISSION_CONTROLLER_ENABLED', 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', 'DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES',
  'DD_APM_INSTRUMENTATION_ENABLED', 'DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES', 'DD_APM_INSTRUMENTATION_LIB_VERSIONS', 'DD_APM_INSTRUMENTATION_TARGETS',
  'DD_EXTERNAL_METRICS_PROVIDER_ENABLED', 'DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED',
];

test('no env var of the Cluster Agent is lost with the chart: the chart writes it, or clusterAgentEnv of a feature has it', () => {
  const lost = MODELS.flatMap(model => {
    const added = helmClusterAgentEnv(model).map(({ name }) => name);
    return clusterAgentPart(model).env.map(({ name }) => name).filter(name => !added.includes(name) && !isWrittenByChart(delivered(model), 'clusterAgent', name));
  });
  expect([...new Set(lost)].sort()).toEqual(BY_OTHER_VALUES);
});

describe('docs/features.md', () => {
  const { featuresPage, defaultModels, FILE } = jest.requireActual('../../scripts/features-page.js');
  const models = defaultModels(jest.requireActual('../../src/cluster/resolve'), jest.requireActual('../../src/facts/platforms/platforms'));
  const page = readFileSync(FILE, 'utf8');

  test('has the table of the modules: npx projen post-compile writes it', () => {
    expect(featuresPage(page, FEATURES, models)).toBe(page);
  });

  test('has one row for neighbours that are alike, and keeps the prose', () => {
    const given = (name: string, nodeAgents: string, path?: string) => ({ name, path, docs: { defaults: [{ what: name, chart: 'off' }], nodeAgents } });
    const empty = page.replace(/(<!-- features: written[^\n]*\n)[\s\S]*?(<!-- features: end)/, '$1$2');
    const written: string = featuresPage(empty, [given('a', 'yes'), given('b', 'yes'), given('apmInstrumentation', 'no', 'apm.instrumentation')], { a: false, b: undefined, apmInstrumentation: {} });
    expect(written.split('\n').filter(line => line.startsWith('| `')).slice(0, 3)).toEqual([
      '| `features.` | default | sidecars | node Agents | Cluster Agent and runners |', '| `a`, `b` | off |  | yes |  |', '| `apm.instrumentation` | on |  | no |  |',
    ]);
    expect(written.split('<!-- features: end -->')[1]).toBe(page.split('<!-- features: end -->')[1]);
    expect(() => featuresPage('# Features\n', FEATURES, models)).toThrow('has no line');
  });
});
