import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as ts from 'typescript';
import * as api from '../../src';
import { readYaml } from '../read-yaml';

const ROOT = path.join(__dirname, '..', '..', 'examples');
const README = fs.readFileSync(path.join(ROOT, '..', 'README.md'), 'utf8');
const EXAMPLES = fs.readdirSync(ROOT).filter(name => fs.existsSync(path.join(ROOT, name, 'main.ts'))).sort();

/** What the program of each example prints. */
const printed = new Map<string, string>();

/** What the program of an example writes. */
function written(name: string): any[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-keys-'));
  const here = process.cwd();
  process.env.CDK8S_OUTDIR = folder;
  process.chdir(path.join(ROOT, '..'));
  try {
    const file = path.join(ROOT, name, 'main.ts');
    const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    const load = (of: string) => of === 'cdk8s-datadog' ? api : jest.requireActual(of);
    new Function('require', 'exports', 'console', '__dirname', outputText)(load, {}, { ...console, log: (text: string) => printed.set(name, text) }, path.dirname(file));
    return fs.readdirSync(folder).filter(f => f.endsWith('.yaml')).flatMap(f => readYaml(fs.readFileSync(path.join(folder, f), 'utf8'))).filter(d => d);
  } finally {
    process.chdir(here);
    delete process.env.CDK8S_OUTDIR;
    fs.rmSync(folder, { recursive: true });
  }
}

/** Folders and files with the keys of a control plane; below and above them is what a mount of them gives away. */
const SECRET_PLACES = ['/etc/kubernetes', '/opt/rke/etc/kubernetes', '/etc/etcd', '/var/lib/rancher', '/system/secrets'];

function isSecretPlace(hostPath: string): boolean {
  return SECRET_PLACES.some(place => hostPath === place || hostPath.startsWith(`${place}/`) || place.startsWith(`${hostPath.replace(/\/$/, '')}/`));
}

/** Volumes with a certificate or a key of the control plane: of the host, of a Secret, or copies in memory. */
function keyVolumes(pod: any): string[] {
  return (pod.volumes ?? []).filter((v: any) => (v.hostPath && isSecretPlace(v.hostPath.path))
    || /etcd/.test(JSON.stringify([v.secret, v.projected])) || (v.emptyDir?.medium === 'Memory')).map((v: any) => v.name);
}

describe.each(EXAMPLES)('%s', name => {
  const manifests = written(name);
  const pods = manifests.flatMap(m => {
    const spec = m.spec?.jobTemplate?.spec?.template?.spec ?? m.spec?.template?.spec;
    return spec?.containers ? [{ of: `${m.kind} ${m.metadata.name}`, spec }] : [];
  });
  const readers = pods.flatMap(({ of, spec }) => [...(spec.initContainers ?? []), ...spec.containers].flatMap((container: any) => {
    const mounts = (container.volumeMounts ?? []).filter((m: any) => keyVolumes(spec).includes(m.name));
    return mounts.length > 0 ? [{ of, container: container.name, mounts, spec }] : [];
  }));

  test('no container but the one that runs the check has a certificate or a key', () => {
    const expected: { readonly [example: string]: readonly string[] } = {
      'kubeadm': ['DaemonSet datadog-agent agent'],
      'openshift-3': ['Deployment datadog-clusterchecks agent'],
      'openshift-4': ['Deployment datadog-clusterchecks agent'],
      // It copies the files of its node's certificate and ends, before any Agent starts.
      'rke': ['DaemonSet datadog-agent etcd-certificate', 'DaemonSet datadog-agent agent'],
      'rke-legacy': ['DaemonSet datadog-agent etcd-certificate', 'DaemonSet datadog-agent agent'],
    };
    expect(readers.map(({ of, container }) => `${of} ${container}`)).toEqual(expected[name] ?? []);
  });

  test('who has them can only read, and sees no folder with keys of others', () => {
    for (const { container, mounts, spec } of readers.filter(r => r.container === 'agent')) {
      for (const mount of mounts) {
        expect([container, mount.readOnly]).toEqual(['agent', true]);
        const volume = spec.volumes.find((v: any) => v.name === mount.name);
        if (volume.hostPath) expect(volume.hostPath.path).toMatch(/\.(crt|key|pem)$/);
      }
    }
  });
});

test('the README shows what npm start prints for an example', () => {
  const [, name] = /^`npm start` prints, for \[`examples\/([\w-]+)`\]/m.exec(README)!;
  const shown = README.slice(README.indexOf('```\nDatadog on ') + 4).split('```')[0].split(/^ *\.\.\.\n/m);
  let rest = printed.get(name)!;
  for (const part of shown) {
    expect(rest).toContain(part);
    rest = rest.slice(rest.indexOf(part) + part.length);
  }
  expect(shown.length).toBeGreaterThan(1);
});
