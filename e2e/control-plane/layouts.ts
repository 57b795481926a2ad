import * as path from 'node:path';
import { EtcdProcess } from './etcd';
import { Authority, Pair } from './pki';
import { World } from './world';

/** A certificate that the server must turn away, and where. */
export interface Stranger {
  readonly what: string;
  readonly pair: Pair;
  /** Another port than that of the check, and who signed the certificate of the server there. */
  readonly elsewhere?: { readonly port: number; readonly ca: string };
}

/** etcd as a platform runs it, with the files and Secrets that the platform has. */
export interface Running {
  readonly processes: EtcdProcess[];
  /** Ports of the Service that the check is for. */
  readonly ports?: Record<string, number>;
  /** Absent where the port asks nobody who they are. */
  readonly strangers?: Stranger[];
}

export interface Layout {
  /** Name of the example, whose check is followed. */
  readonly example: string;
  /** What is unusual. */
  readonly variant?: string;
  /** Ports that must be free. */
  readonly ports: number[];
  start(world: World, address: string): Promise<Running>;
}

/** What etcd is told of its certificates. */
function tls(world: World, files: { cert: string; key: string; ca: string }): Record<string, string> {
  return {
    'client-cert-auth': 'true',
    'cert-file': world.host(files.cert),
    'key-file': world.host(files.key),
    'trusted-ca-file': world.host(files.ca),
  };
}

async function serve(world: World, address: string, flags: Record<string, string>, ...ports: number[]): Promise<EtcdProcess> {
  const clients = flags['listen-client-urls'] ?? `https://${address}:2379`;
  const etcd = EtcdProcess.server(address, path.join(world.folder, 'data'), { ...flags, 'listen-client-urls': clients, 'advertise-client-urls': clients });
  await etcd.listens(address, ...ports);
  return etcd;
}

function strangersTo(world: World): Stranger[] {
  return [{ what: 'a certificate of another authority', pair: new Authority(world.folder, 'stranger').issue('stranger', 'clientAuth') }];
}

/** Static pods of kubeadm: `kubeadm init phase certs`. */
const KUBEADM: Layout = {
  example: 'kubeadm',
  ports: [2379],
  async start(world, address) {
    const folder = '/etc/kubernetes/pki/etcd';
    const authority = new Authority(world.folder, 'etcd-ca');
    const server = authority.issue('node', 'serverAuth,clientAuth', [address]);
    const client = authority.issue('kube-etcd-healthcheck-client', 'clientAuth');
    world.put({
      [`${folder}/ca.crt`]: authority.certificate,
      [`${folder}/server.crt`]: server.cert,
      [`${folder}/server.key`]: server.key,
      [`${folder}/healthcheck-client.crt`]: client.cert,
      [`${folder}/healthcheck-client.key`]: client.key,
    });
    const flags = tls(world, { cert: `${folder}/server.crt`, key: `${folder}/server.key`, ca: `${folder}/ca.crt` });
    return { processes: [await serve(world, address, flags, 2379)], strangers: strangersTo(world) };
  },
};

/**
 * Containers of RKE, with the files of every etcd node on each of them. Their names have the addresses by which RKE knows the nodes,
 * which need not be those of Kubernetes. On some operating systems the folder is another one.
 */
function rke(example: string, { variant, prefix = '' }: { readonly variant?: string; readonly prefix?: string } = {}): Layout {
  return {
    example,
    variant,
    ports: [2379],
    async start(world, address) {
      const folder = `${prefix}/etc/kubernetes/ssl`;
      const authority = new Authority(world.folder, 'kube-ca');
      const own = `${folder}/kube-etcd-${variant ? '172-16-0-1' : address.replaceAll('.', '-')}`;
      const other = `${folder}/kube-etcd-10-0-0-7`;
      for (const [name, addresses] of [[own, [address]], [other, ['10.0.0.7']]] as const) {
        const pair = authority.issue('kube-etcd', 'serverAuth,clientAuth', [...addresses]);
        world.put({ [`${name}.pem`]: pair.cert, [`${name}-key.pem`]: pair.key });
      }
      const apiServer = authority.issue('kube-apiserver', 'serverAuth,clientAuth', [address]);
      world.put({ [`${folder}/kube-ca.pem`]: authority.certificate, [`${folder}/kube-apiserver.pem`]: apiServer.cert, [`${folder}/kube-apiserver-key.pem`]: apiServer.key });
      const flags = tls(world, { cert: `${own}.pem`, key: `${own}-key.pem`, ca: `${folder}/kube-ca.pem` });
      return { processes: [await serve(world, address, flags, 2379)], strangers: strangersTo(world) };
    },
  };
}

/** Static pods of OpenShift 3.11: the server's certificate is one for clients as well. */
const OPENSHIFT_3: Layout = {
  example: 'openshift-3',
  ports: [2379],
  async start(world, address) {
    const folder = '/etc/etcd';
    const authority = new Authority(world.folder, 'etcd-signer');
    const server = authority.issue('master', 'serverAuth,clientAuth', [address]);
    world.put({ [`${folder}/ca.crt`]: authority.certificate, [`${folder}/server.crt`]: server.cert, [`${folder}/server.key`]: server.key });
    const flags = tls(world, { cert: `${folder}/server.crt`, key: `${folder}/server.key`, ca: `${folder}/ca.crt` });
    return { processes: [await serve(world, address, flags, 2379)], strangers: strangersTo(world) };
  },
};

/** Where OpenShift keeps the certificates for clients, of the metrics and of etcd itself. */
export const OPENSHIFT_SOURCES = {
  secret: 'openshift-etcd-operator/etcd-metric-client',
  authority: 'openshift-etcd-operator/etcd-metric-serving-ca',
  /** Before 4.14. */
  formerSecret: 'openshift-monitoring/kube-etcd-client-certs',
} as const;

/**
 * Static pods of OpenShift 4: a proxy of etcd has its metrics on a port of their own, with certificates of an authority of their
 * own. (cluster-etcd-operator, bindata/etcd/pod.gotpl.yaml)
 */
const OPENSHIFT_4: Layout = {
  example: 'openshift-4',
  ports: [2379, 9977, 9978, 9979],
  async start(world, address) {
    const certs = '/etc/kubernetes/static-pod-certs';
    const authority = new Authority(world.folder, 'etcd-signer');
    const metrics = new Authority(world.folder, 'etcd-metric-signer');
    const pairs = {
      'etcd-serving': authority.issue('etcd-serving', 'serverAuth,clientAuth', [address]),
      // etcd compares the addresses in it with that of the client, which is the node's own.
      'etcd-peer': authority.issue('', 'serverAuth,clientAuth', [address, '127.0.0.1']),
      'etcd-serving-metrics': metrics.issue('etcd-serving-metrics', 'serverAuth,clientAuth', [address]),
    };
    for (const [name, { cert, key }] of Object.entries(pairs)) world.put({ [`${certs}/${name}.crt`]: cert, [`${certs}/${name}.key`]: key });
    world.put({ [`${certs}/server-ca-bundle.crt`]: authority.certificate, [`${certs}/metrics-ca-bundle.crt`]: metrics.certificate });
    const client = metrics.issue('etcd-metric', 'clientAuth');
    world.secrets.set(OPENSHIFT_SOURCES.secret, { 'tls.crt': client.cert, 'tls.key': client.key });
    world.configMaps.set(OPENSHIFT_SOURCES.authority, { 'ca-bundle.crt': metrics.certificate });
    world.secrets.set(OPENSHIFT_SOURCES.formerSecret, { 'etcd-client-ca.crt': metrics.certificate, 'etcd-client.crt': client.cert, 'etcd-client.key': client.key });

    const file = (name: string) => world.host(`${certs}/${name}`);
    const etcd = await serve(world, address, {
      ...tls(world, { cert: `${certs}/etcd-serving.crt`, key: `${certs}/etcd-serving.key`, ca: `${certs}/server-ca-bundle.crt` }),
      'metrics': 'extensive',
      'listen-metrics-urls': `https://${address}:9978`,
    }, 2379, 9978);
    const proxy = EtcdProcess.proxy({
      'endpoints': `https://${address}:9978`,
      'metrics-addr': `https://${address}:9979`,
      'listen-addr': `${address}:9977`,
      'advertise-client-url': '',
      'key': file('etcd-peer.key'),
      'cert': file('etcd-peer.crt'),
      'cacert': file('server-ca-bundle.crt'),
      'key-file': file('etcd-serving-metrics.key'),
      'cert-file': file('etcd-serving-metrics.crt'),
      'trusted-ca-file': file('metrics-ca-bundle.crt'),
    });
    await proxy.listens(address, 9979);
    return {
      processes: [proxy, etcd],
      ports: { 'etcd': 2379, 'etcd-metrics': 9979 },
      strangers: [
        ...strangersTo(world),
        { what: 'a client of etcd', pair: authority.issue('etcd-client', 'clientAuth') },
        // The port that the documentation and both installers of the vendor name.
        { what: 'the certificate of the metrics on the port of etcd itself', pair: client, elsewhere: { port: 2379, ca: authority.certificate } },
      ],
    };
  },
};

/** A port for metrics that asks nobody who they are. */
function openPort(example: string): Layout {
  return {
    example,
    ports: [2379, 2381],
    async start(world, address) {
      const flags = { 'listen-client-urls': `http://${address}:2379`, 'listen-metrics-urls': `http://${address}:2381` };
      return { processes: [await serve(world, address, flags, 2381)] };
    },
  };
}

export const LAYOUTS: Layout[] = [KUBEADM, rke('rke'), rke('rke', { variant: 'known by another address' }), rke('rke-legacy', { prefix: '/opt/rke' }), OPENSHIFT_3, OPENSHIFT_4, openPort('rke2')];
export { OPENSHIFT_4 };
