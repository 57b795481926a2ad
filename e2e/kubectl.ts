import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CLUSTER_HOME } from './cluster';
import { KubeObject } from './manifests';

export const FIELD_MANAGER = 'cdk8s-datadog-e2e';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
  readonly errors: string;
}

export class Kubectl {
  public readonly command: string;

  constructor(public readonly kubeconfig: string) {
    const built = path.join(CLUSTER_HOME, 'bin', 'kubectl');
    this.command = process.env.KUBECTL ?? (fs.existsSync(built) ? built : 'kubectl');
  }

  /** Never throws because of what kubectl says: the caller judges. */
  public async run(args: string[], input = ''): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = spawn(this.command, args, { stdio: 'pipe', env: { ...process.env, KUBECONFIG: this.kubeconfig } });
      let output = '';
      let errors = '';
      child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
      child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
      child.on('error', (error) => resolve({ ok: false, output, errors: `${this.command}: ${error.message}` }));
      child.on('close', (code) => resolve({ ok: code === 0, output, errors: errors.trim() }));
      child.stdin.on('error', () => undefined); // kubectl may end before it has read everything
      child.stdin.end(input);
    });
  }

  public async apply(objects: KubeObject[]): Promise<Outcome> {
    return this.run(['apply', '--server-side', '--validate=strict', `--field-manager=${FIELD_MANAGER}`, '-f', '-'], streamOf(objects));
  }

  /** Creates as it stands: `apply` would leave out the status of a simulated node, which is its size. */
  public async create(objects: KubeObject[]): Promise<Outcome> {
    return this.run(['create', `--field-manager=${FIELD_MANAGER}`, '-f', '-'], streamOf(objects));
  }

  public async delete(objects: KubeObject[], ...flags: string[]): Promise<Outcome> {
    return this.run(['delete', '--wait', '--timeout=120s', ...flags, '-f', '-'], streamOf(objects));
  }
}

/** One after the other and no `kind: List`: kubectl would check a list by itself and leave nothing to the server. */
function streamOf(objects: KubeObject[]): string {
  return objects.map((object) => JSON.stringify(object)).join('\n');
}
