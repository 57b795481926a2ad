import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** A folder in which the packed package is installed, with the dependencies of the repository linked beside it. */
export class PackedApp {
  public readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-datadog-user-')));
  public readonly installed = join(this.folder, 'node_modules', 'cdk8s-datadog');

  constructor(dependencies: readonly string[]) {
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    mkdirSync(this.installed, { recursive: true });
    execFileSync('tar', ['-xzf', JSON.parse(packed)[0].filename, '-C', this.installed, '--strip-components=1'], { cwd: this.folder });
    for (const name of dependencies) this.link(name);
  }

  /** Runs a program of the linked packages, such as `typescript/bin/tsc`, or a file of the folder. */
  public run(program: string, ...args: string[]): string {
    const linked = join(this.folder, 'node_modules', program);
    return execFileSync(process.execPath, [existsSync(linked) ? linked : program, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CDK8S_OUTDIR: undefined, CDK8S_DISABLE_UPGRADE_CHECK: 'true', NODE_OPTIONS: '' },
    });
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private link(name: string): void {
    const link = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
  }
}

/** Names in a folder, sorted. */
export const namesIn = (folder: string): string[] => readdirSync(folder).sort();
