import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { World } from './world';
import { KubeObject } from '../manifests';

/** Does what the objects of an example ask controllers to do: copies of Secrets and ConfigMaps. `commands` are for a person. */
export function copyAll(objects: KubeObject[], world: World, commands: string[] = []): void {
  for (const object of objects) {
    switch (object.kind) {
      case 'ExternalSecret': copyExternal(object, objects, world); break;
      case 'GeneratingPolicy': copyGenerated(object, world); break;
      case 'ClusterPolicy': copyCloned(object, world); break;
      case 'CronJob': runJob(object, world); break;
    }
  }
  for (const command of commands) runScript(['bash', '-c', command], world);
}

function copyExternal({ spec, metadata: { namespace } }: KubeObject, objects: KubeObject[], world: World): void {
  const { kind, name } = spec.secretStoreRef;
  const store = objects.find((object) => object.kind === kind && object.metadata.name === name && object.metadata.namespace === namespace);
  const remote = store?.spec.provider?.kubernetes?.remoteNamespace;
  if (!remote) return;
  const template = spec.target.template ?? {};
  const read = ({ key, property }: any) => valueOf(world.secrets, `${remote}/${key}`, property);
  const data = Object.fromEntries(spec.data.map(({ secretKey, remoteRef }: any) => [secretKey, read(remoteRef)]));
  world.secrets.set(`${namespace}/${spec.target.name}`, { ...template.data && template.mergePolicy !== 'Merge' ? {} : data, ...template.data });
}

function copyGenerated({ spec }: KubeObject, world: World): void {
  const [, resource, namespace, name] = /resource\.Get\("v1", "(\w+)", "([^"]+)", "([^"]+)"\)/.exec(spec.variables[0].expression)!;
  for (const target of spec.matchConstraints.resourceRules[0].resourceNames) copy(resource === 'secrets' ? world.secrets : world.configMaps, namespace, name, target);
}

function copyCloned({ spec }: KubeObject, world: World): void {
  for (const { match, generate: { kind, name, clone } } of spec.rules) {
    if (clone.name !== name) throw new Error(`A copy of ${clone.name} under the name ${name}.`);
    for (const target of match.any[0].resources.names) copy(kind === 'Secret' ? world.secrets : world.configMaps, clone.namespace, name, target);
  }
}

function copy(values: World['secrets'], from: string, name: string, to: string): void {
  values.set(`${to}/${name}`, values.get(`${from}/${name}`) ?? missing(`${from}/${name}`));
}

function valueOf(values: World['secrets'], object: string, key: string): string {
  return values.get(object)?.[key] ?? missing(`${object}, key ${key}`);
}

function missing(what: string): never {
  throw new Error(`There is no ${what} to copy.`);
}

function runJob(object: KubeObject, world: World): void {
  const [{ command, args }] = object.spec.jobTemplate.spec.template.spec.containers;
  // Jobs of applications may be in an example as well.
  if (JSON.stringify(args ?? []).includes('oc get secret')) runScript([...command, ...args], world);
}

/** Runs a script that speaks to the cluster by `oc`, of which there is one here that knows a world. */
function runScript([command, ...args]: string[], world: World): void {
  const bin = path.join(world.folder, 'bin');
  const state = path.join(world.folder, 'cluster.json');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, 'oc'), `#!${process.execPath}\nrequire(${JSON.stringify(path.join(__dirname, 'oc.js'))})(${JSON.stringify(state)});\n`, { mode: 0o755 });
  const maps = { secret: world.secrets, configmap: world.configMaps };
  fs.writeFileSync(state, JSON.stringify({ secret: Object.fromEntries(maps.secret), configmap: Object.fromEntries(maps.configmap) }));
  const { status, stderr } = spawnSync(command, args, { env: { ...process.env, PATH: `${bin}:${process.env.PATH}` }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The script that copies failed: ${stderr}`);
  const changed = JSON.parse(fs.readFileSync(state, 'utf8'));
  for (const [kind, values] of Object.entries(maps)) for (const [key, data] of Object.entries<any>(changed[kind])) values.set(key, data);
}
