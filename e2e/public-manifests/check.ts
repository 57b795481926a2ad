import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, Chart, Include } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { DatadogChart, DatadogCredentials, Platform } from '../../src';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ManifestHook } from '../../src/injection/manifest-hook';
import { ManifestSet } from '../../src/manifest/manifest-set';
import { Finding } from '../../src/rules/rule';
import { runRules } from '../../src/rules/run-rules';

// Loads the manifests of public modules beside Datadog, as they are and with Agents, and fails where a finding about them is
// not in expected.tsv: `node ... check.ts FOLDER...`, with a folder of YAML files for each module, as `NAME=FOLDER`.

/** A finding that a person looked at and found true, as a line of the list. */
type Line = string;

const EXPECTED = fs.readFileSync(path.join(__dirname, 'expected.tsv'), 'utf8').split('\n').filter(line => line !== '' && !line.startsWith('#'));
/** Rules whose findings are true of nearly every public manifest, with the reason. */
const COMMON: { readonly [rule: string]: string } = {
  'fargate/requests-are-set': 'public manifests leave requests to their users',
  'fargate/requests-equal-limits': 'public manifests are not written for Fargate',
  'fargate/no-daemon-set': 'there are no DaemonSets on Fargate',
  'fargate/network-policy-is-enforced': 'nothing enforces policies on Fargate',
};

/** As they are beside node Agents, connected to those, and with Agents of their own. */
const CLUSTERS = {
  plain: { platform: () => Platform.eks(), fact: PLATFORMS.eks, instrument: false },
  connected: { platform: () => Platform.eks(), fact: PLATFORMS.eks, instrument: true },
  sidecars: { platform: () => Platform.eksFargate(), fact: PLATFORMS.eksFargate, instrument: true },
} as const;
type Way = keyof typeof CLUSTERS;

function yamlFiles(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.ya?ml$/.test(file)).sort().map(file => path.join(folder, file));
}

/** Every object once, in the text that its file has: cdk8s reads the text. Files of other programs and templates of Helm are left out. */
function documentsOf(folder: string): string {
  const known = new Set<string>();
  return yamlFiles(folder).map(file => fs.readFileSync(file, 'utf8')).filter(text => !text.includes('{{'))
    .flatMap(text => text.split(/^---.*$/m))
    .filter(text => {
      const object = parseAllDocuments(text)[0]?.toJSON();
      const isObject = typeof object?.apiVersion === 'string' && typeof object.kind === 'string' && object.metadata?.name;
      const key = JSON.stringify([object?.kind, object?.metadata?.namespace, object?.metadata?.name]);
      return isObject && !/^kustomize\./.test(object.apiVersion) && !known.has(key) && !!known.add(key);
    })
    .join('\n---\n');
}

function findingsOf(file: string, way: Way): { readonly findings: Finding[]; readonly error?: string } {
  const app = new App({ outdir: fs.mkdtempSync(path.join(os.tmpdir(), 'public-manifests-')) });
  const { platform, fact, instrument } = CLUSTERS[way];
  const datadog = new DatadogChart(app, 'datadog', { platform: platform(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() });
  const chart = new Chart(app, 'public', { namespace: 'public' });
  new Include(chart, 'manifests', { url: file });
  if (instrument) datadog.instrumentTarget(chart, { requireMatch: false });
  let findings: Finding[] = [];
  ManifestHook.of(app).listen({
    check: rendered => {
      const namespaces = [...new Set(rendered.map(({ manifest }) => manifest.metadata?.namespace))];
      findings = runRules({
        manifests: new ManifestSet(rendered),
        platform: fact,
        complete: true,
        promisedSecrets: namespaces.flatMap(namespace => namespace ? [{ namespace, name: 'datadog-secret' }] : []),
      }).filter(({ severity, path: at }) => severity !== 'info' && at.startsWith('public'));
      return [];
    },
  });
  try {
    app.synth();
    return { findings };
  } catch (error) {
    // Errors of rules are among the findings; an injection that was refused is not.
    return { findings, ...findings.some(({ severity }) => severity === 'error') ? {} : { error: (error as Error).message } };
  } finally {
    fs.rmSync(app.outdir, { recursive: true });
  }
}

let failed = false;
const met = new Set<Line>();
const write = process.stderr.write.bind(process.stderr);
for (const argument of process.argv.slice(2)) {
  const [name, folder] = argument.split('=');
  const text = documentsOf(folder);
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'public-manifests-')), 'all.yaml');
  fs.writeFileSync(file, text);
  const counts = (Object.keys(CLUSTERS) as Way[]).map(way => {
    // The warnings are looked at as data.
    process.stderr.write = () => true;
    const { findings, error } = findingsOf(file, way);
    process.stderr.write = write;
    const lines = findings.filter(({ rule }) => !Object.hasOwn(COMMON, rule)).map(({ rule, object }) => [name, way, rule, object].join('\t'));
    for (const line of new Set(lines)) {
      if (EXPECTED.includes(line)) {
        met.add(line);
      } else {
        failed = true;
        console.log(`not expected: ${line}\n  ${findings.find(({ rule, object }) => line.endsWith(`${rule}\t${object}`))?.reason}`);
      }
    }
    if (error !== undefined) {
      failed = true;
      console.log(`${name} ${way}: ${error}`);
    }
    return `${way}: ${findings.length} findings`;
  });
  fs.rmSync(path.dirname(file), { recursive: true });
  console.log(`${name}: ${text.split('\n---\n').length} objects, ${counts.join(', ')}`);
}
for (const line of EXPECTED.filter(each => !met.has(each))) {
  failed = true;
  console.log(`expected, and not found: ${line}`);
}
process.exitCode = failed ? 1 : 0;
