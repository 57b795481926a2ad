import { ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import * as net from 'node:net';
import * as path from 'node:path';
import { poll } from '../parallel';
import { Problem } from '../problem';

const PEER_PORT = 2380;

/** Installs etcd and openssl where they are missing, as the recipe of the cluster does. */
export function needEtcd(): void {
  if (spawnSync('etcd', ['--version']).status === 0 && spawnSync('openssl', ['version']).status === 0) return;
  try {
    execFileSync('bash', ['-c', 'source cluster/common.sh && need etcd=etcd-server openssl=openssl'], { cwd: path.join(__dirname, '..'), stdio: 'inherit' });
  } catch {
    throw new Problem('etcd or openssl is missing.');
  }
}

/** A loopback address on which nobody listens on these ports: checks name their ports, so the address gives way. */
export async function freeAddress(ports: number[]): Promise<string> {
  for (let last = 21; last < 250; last++) {
    const address = `127.0.0.${last}`;
    const free = await Promise.all([...ports, PEER_PORT].map((port) => isFree(address, port)));
    if (free.every(Boolean)) return address;
  }
  throw new Problem(`The ports ${ports.join(', ')} are taken on every loopback address that was tried.`);
}

async function isFree(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().once('error', () => resolve(false));
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** One etcd process, a server or its proxy, until it is stopped. */
export class EtcdProcess {
  /** A server with one member. Flags are those of the platform that it stands for. */
  public static server(address: string, data: string, flags: Record<string, string>): EtcdProcess {
    const peers = `http://${address}:${PEER_PORT}`;
    return new EtcdProcess(toArgs({
      'name': 'default',
      'data-dir': data,
      'listen-peer-urls': peers,
      'initial-advertise-peer-urls': peers,
      'initial-cluster': `default=${peers}`,
      ...flags,
    }));
  }

  /** What OpenShift serves the metrics by. */
  public static proxy(flags: Record<string, string>): EtcdProcess {
    return new EtcdProcess(['grpc-proxy', 'start', ...toArgs(flags)]);
  }

  private readonly child: ChildProcess;
  private output = '';

  private constructor(args: string[]) {
    this.child = spawn('etcd', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    // Also where this test is interrupted.
    process.once('exit', () => this.child.kill('SIGKILL'));
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (text) => (this.output = (this.output + text).slice(-4000)));
  }

  /** Until somebody listens there. */
  public async listens(address: string, ...ports: number[]): Promise<void> {
    for (const port of ports) {
      const open = await poll(30, async () => {
        if (this.child.exitCode !== null) throw new Error(`etcd ended: ${this.output}`);
        return (await accepts(address, port)) || undefined;
      });
      if (!open) throw new Error(`etcd does not listen on ${address}:${port}: ${this.output}`);
    }
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise((resolve) => {
      this.child.once('exit', resolve);
      this.child.kill('SIGKILL'); // its data is thrown away
    });
  }
}

async function accepts(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, address, () => resolve(Boolean(socket.destroy()))).on('error', () => resolve(false));
  });
}

function toArgs(flags: Record<string, string>): string[] {
  return Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
}
