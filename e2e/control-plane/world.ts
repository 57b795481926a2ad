import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

type Values = Record<string, string>;

/** A node and what there is in the cluster, in a folder of its own. */
export class World {
  public readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-plane-'));
  /** By `namespace/name`. */
  public readonly secrets = new Map<string, Values>();
  /** By `namespace/name`. */
  public readonly configMaps = new Map<string, Values>();

  /** @param nodeAddress what the kubelet of the node calls `status.hostIP` */
  constructor(public readonly nodeAddress: string) {}

  /** Where a path of the node is on this machine. */
  public host(file: string): string {
    return path.join(this.folder, 'node', file);
  }

  /** Files of the node, by path. */
  public put(files: Values): void {
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(this.host(file)), { recursive: true });
      fs.writeFileSync(this.host(file), text, { mode: 0o600 });
    }
  }

  /** Forgets what an earlier example had copied to a namespace. */
  public empty(namespace: string): void {
    for (const values of [this.secrets, this.configMaps]) {
      for (const key of values.keys()) if (key.startsWith(`${namespace}/`)) values.delete(key);
    }
  }

  public remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
