import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { World } from './world';
import { describe, KubeObject, podTemplateOf } from '../manifests';

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly readOnly?: boolean;
}

/** The files that a container of a workload sees, as the kubelet would mount them; nothing else of this machine. */
export class ContainerView {
  private readonly pod: any;
  private readonly initialized = new Set<string>();

  constructor(private readonly workload: KubeObject, private readonly container: string, private readonly world: World) {
    this.pod = podTemplateOf(workload)!.spec;
  }

  public read(file: string): string {
    const mounts = this.mountsOf(this.containerNamed(this.container));
    const mount = mounts.filter(({ mountPath }) => isBelow(file, mountPath)).sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
    if (!mount) throw new Error(`No mount of the container '${this.container}' of ${describe(this.workload)} provides ${file}.`);
    if (!mount.readOnly) throw new Error(`${file} can be written to in the container '${this.container}' of ${describe(this.workload)}.`);
    const volume = this.volumeOf(mount);
    if (volume.emptyDir) this.initialize(mount.name);
    return this.readIn(volume, path.join(mount.subPath ?? '', file.slice(mount.mountPath.length)), file);
  }

  private readIn(volume: any, below: string, file: string): string {
    if (volume.hostPath) return fs.readFileSync(path.join(this.world.host(volume.hostPath.path), below), 'utf8');
    if (volume.emptyDir) return fs.readFileSync(path.join(this.emptyDir(volume.name), below), 'utf8');
    const sources = volume.projected ? volume.projected.sources : [volume];
    const [text] = sources.flatMap(({ secret, configMap }: any) => this.keysOf(secret, configMap)).filter(([name]: string[]) => `/${name}` === path.join('/', below))
      .map(([, value]: string[]) => value);
    if (text === undefined) throw new Error(`The volume '${volume.name}' of ${describe(this.workload)} has no ${file}.`);
    return text;
  }

  /** File names of a Secret or ConfigMap, with their contents. */
  private keysOf(secret: any, configMap: any): string[][] {
    const name = secret ? secret.secretName ?? secret.name : configMap.name;
    const key = `${this.workload.metadata.namespace}/${name}`;
    const values = (secret ? this.world.secrets : this.world.configMaps).get(key);
    if (!values) throw new Error(`${describe(this.workload)} would not start: there is no ${secret ? 'Secret' : 'ConfigMap'} ${key}.`);
    const { items } = secret ?? configMap;
    if (!items) return Object.entries(values);
    return items.map((item: any) => {
      if (values[item.key] === undefined) throw new Error(`${describe(this.workload)} would not start: ${key} has no key ${item.key}.`);
      return [item.path, values[item.key]];
    });
  }

  /** Runs the init containers that write to the volume, with folders of this machine in place of their mounts. */
  private initialize(volume: string): void {
    for (const container of this.pod.initContainers ?? []) {
      const mounts = this.mountsOf(container);
      if (this.initialized.has(container.name) || !mounts.some((mount) => mount.name === volume && !mount.readOnly)) continue;
      this.initialized.add(container.name);
      this.run(container, mounts);
    }
  }

  private run(container: any, mounts: Mount[]): void {
    const folders = mounts.map((mount) => [mount.mountPath, this.folderOf(mount)]).sort(([a], [b]) => b.length - a.length);
    const here = (text: string) => folders.reduce((changed, [mountPath, folder]) => changed.replaceAll(mountPath, folder), text);
    const [command, ...args] = [...container.command, ...container.args ?? []].map(here);
    const env = Object.fromEntries((container.env ?? []).map(({ name, value, valueFrom }: any) =>
      [name, valueFrom?.fieldRef?.fieldPath === 'status.hostIP' ? this.world.nodeAddress : value ?? '']));
    const { status, stderr, error } = spawnSync(command, args, { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });
    if (error ?? status !== 0) throw new Error(`The init container '${container.name}' of ${describe(this.workload)} failed: ${error?.message ?? stderr}`);
  }

  private folderOf(mount: Mount): string {
    const volume = this.volumeOf(mount);
    if (volume.hostPath) return this.world.host(volume.hostPath.path);
    if (volume.emptyDir) return this.emptyDir(volume.name);
    throw new Error(`An init container of ${describe(this.workload)} mounts '${mount.name}', which has no folder here.`);
  }

  private emptyDir(volume: string): string {
    const folder = path.join(this.world.folder, 'volumes', this.workload.kind, volume);
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  }

  private mountsOf(container: any): Mount[] {
    return container.volumeMounts ?? [];
  }

  private containerNamed(name: string): any {
    const container = this.pod.containers.find((one: any) => one.name === name);
    if (!container) throw new Error(`${describe(this.workload)} has no container '${name}'.`);
    return container;
  }

  private volumeOf({ name }: Mount): any {
    const volume = (this.pod.volumes ?? []).find((one: any) => one.name === name);
    if (!volume) throw new Error(`${describe(this.workload)} has no volume '${name}'.`);
    return volume;
  }
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder.replace(/\/$/, '')}/`);
}
