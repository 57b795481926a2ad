/** A key of a recipe that is another in ours. */
export interface Differing {
  /** Why, with the place in the facts that says so. */
  readonly because: string;
  /** Where ours has it instead, as a path with its value; absent where nothing stands in its place. */
  readonly ours?: readonly [path: string, value: unknown];
}

export interface Recipe {
  /** The values of the page, as data; check files are parsed. */
  readonly values: { readonly [key: string]: any };
  readonly differing: { readonly [path: string]: Differing };
}

const CLUSTER = 'on-metal';

const KEYS: Recipe['differing'] = {
  '.datadog.apiKey': { because: 'the key is in a Secret and not in the values (section 5)', ours: ['.datadog.apiKeyExistingSecret', 'datadog-secret'] },
  '.datadog.appKey': { because: 'only external metrics read it, and no recipe has those (section 5)' },
};

const COMMON = { apiKey: '<DATADOG_API_KEY>', appKey: '<DATADOG_APP_KEY>', clusterName: CLUSTER, kubelet: { tlsVerify: false } };
const BY_TOKEN = { ssl_verify: false, bearer_token_auth: true };
const OPTION = "'ssl_verify' is the legacy name of 'tls_verify' (section 15, 004)";
const ONE_FILE = 'files and not the folder, which has the keys of the cluster (sections 9 and 18, kubeadm)';

function etcdAndAgents(differing: Recipe['differing'] = {}): Recipe {
  const at = '.agents.volumes[etcd-certs]';
  const mount = '.agents.volumeMounts[/host/etc/kubernetes/pki/etcd]';
  const file = 'healthcheck-client.crt';
  const client = 'a certificate for clients alone, where server.key would let its holder pass for etcd (section 18, kubeadm)';
  const instance = '.datadog.confd.etcd.yaml.instances[0]';
  return {
    values: {
      datadog: {
        ...COMMON,
        ignoreAutoConfig: ['etcd'],
        confd: {
          'etcd.yaml': {
            ad_identifiers: ['etcd'],
            instances: [{
              prometheus_url: 'https://%%host%%:2379/metrics',
              tls_ca_cert: '/host/etc/kubernetes/pki/etcd/ca.crt',
              tls_cert: '/host/etc/kubernetes/pki/etcd/server.crt',
              tls_private_key: '/host/etc/kubernetes/pki/etcd/server.key',
            }],
          },
        },
      },
      agents: {
        volumes: [{ hostPath: { path: '/etc/kubernetes/pki/etcd' }, name: 'etcd-certs' }],
        volumeMounts: [{ name: 'etcd-certs', mountPath: '/host/etc/kubernetes/pki/etcd', readOnly: true }],
        tolerations: [{ effect: 'NoSchedule', key: 'node-role.kubernetes.io/master', operator: 'Exists' }],
      },
    },
    differing: {
      ...KEYS,
      [`${instance}.tls_cert`]: { because: client, ours: [`${instance}.tls_cert`, `/host/etc/kubernetes/pki/etcd/${file}`] },
      [`${instance}.tls_private_key`]: { because: client, ours: [`${instance}.tls_private_key`, '/host/etc/kubernetes/pki/etcd/healthcheck-client.key'] },
      [`${at}.hostPath.path`]: { because: ONE_FILE, ours: ['.agents.volumes[etcd-certificate-ca-crt].hostPath.path', '/etc/kubernetes/pki/etcd/ca.crt'] },
      [`${at}.name`]: { because: ONE_FILE, ours: ['.agents.volumes[etcd-certificate-ca-crt].name', 'etcd-certificate-ca-crt'] },
      [`${mount}.name`]: { because: ONE_FILE, ours: [`.agents.volumeMounts[/host/etc/kubernetes/pki/etcd/${file}].name`, 'etcd-certificate-healthcheck-client-crt'] },
      [`${mount}.mountPath`]: { because: ONE_FILE, ours: [`.agents.volumeMounts[/host/etc/kubernetes/pki/etcd/${file}].mountPath`, `/host/etc/kubernetes/pki/etcd/${file}`] },
      [`${mount}.readOnly`]: { because: ONE_FILE, ours: [`.agents.volumeMounts[/host/etc/kubernetes/pki/etcd/${file}].readOnly`, true] },
      ...differing,
    },
  };
}

/** etcd alone, and the others by their ports without TLS. */
export const KUBEADM_ETCD = etcdAndAgents();

/** With scheduler and controller-manager by their ports with TLS. */
export const KUBEADM: Recipe = (() => {
  const { values, differing } = etcdAndAgents();
  const by = (identifier: string, port: number) => ({ ad_identifiers: [identifier], instances: [{ prometheus_url: `https://%%host%%:${port}/metrics`, ...BY_TOKEN }] });
  const option = (check: string): Recipe['differing'] => {
    const instance = `.datadog.confd.${check}.yaml.instances[0]`;
    return { [`${instance}.ssl_verify`]: { because: OPTION, ours: [`${instance}.tls_verify`, false] } };
  };
  return {
    values: {
      ...values,
      datadog: {
        ...values.datadog,
        ignoreAutoConfig: ['etcd', 'kube_scheduler', 'kube_controller_manager'],
        confd: {
          ...values.datadog.confd,
          'kube_scheduler.yaml': by('kube-scheduler', 10259),
          'kube_controller_manager.yaml': by('kube-controller-manager', 10257),
        },
      },
    },
    differing: { ...differing, ...option('kube_scheduler'), ...option('kube_controller_manager') },
  };
})();

const SILENCED = 'the automatic configuration is left out by its name, which takes no volume (section 10)';
const IGNORED = ['.clusterChecksRunner.env[DD_IGNORE_AUTOCONF].value', 'kube_apiserver_metrics etcd kube_scheduler kube_controller_manager'] as const;

/** The runners of OpenShift with a volume of certificates, and one over the automatic configuration of etcd. */
function runners(certificates: object, differing: Recipe['differing']): Recipe {
  return {
    values: {
      clusterChecksRunner: {
        volumes: [{ name: 'etcd-certs', ...certificates }, { name: 'disable-etcd-autoconf', emptyDir: {} }],
        volumeMounts: [
          { name: 'etcd-certs', mountPath: '/host/etc/etcd', readOnly: true },
          { name: 'disable-etcd-autoconf', mountPath: '/etc/datadog-agent/conf.d/etcd.d' },
        ],
      },
    },
    differing: {
      '.clusterChecksRunner.volumes[disable-etcd-autoconf].name': { because: SILENCED, ours: IGNORED },
      '.clusterChecksRunner.volumes[disable-etcd-autoconf].emptyDir': { because: SILENCED },
      '.clusterChecksRunner.volumeMounts[/etc/datadog-agent/conf.d/etcd.d].name': { because: SILENCED },
      '.clusterChecksRunner.volumeMounts[/etc/datadog-agent/conf.d/etcd.d].mountPath': { because: SILENCED, ours: IGNORED },
      ...differing,
    },
  };
}

const COPY = 'the copy has a name of its own, and the keys that etcd-metric-client has since OpenShift 4.14 (section 18, OpenShift 4)';
const READ_AT = 'the check reads /etc/etcd-certs, where the recipe mounts nothing (section 15, 004)';
const MOUNTED = '.clusterChecksRunner.volumeMounts[/etc/etcd-certs]';

export const OPENSHIFT_4 = runners({ secret: { secretName: 'kube-etcd-client-certs' } }, {
  '.clusterChecksRunner.volumes[etcd-certs].name': { because: COPY, ours: ['.clusterChecksRunner.volumes[etcd-certificate].name', 'etcd-certificate'] },
  '.clusterChecksRunner.volumes[etcd-certs].secret.secretName': { because: COPY, ours: ['.clusterChecksRunner.volumes[etcd-certificate].secret.secretName', 'datadog-etcd-client'] },
  '.clusterChecksRunner.volumeMounts[/host/etc/etcd].name': { because: READ_AT, ours: [`${MOUNTED}.name`, 'etcd-certificate'] },
  '.clusterChecksRunner.volumeMounts[/host/etc/etcd].mountPath': { because: READ_AT, ours: [`${MOUNTED}.mountPath`, '/etc/etcd-certs'] },
  '.clusterChecksRunner.volumeMounts[/host/etc/etcd].readOnly': { because: READ_AT, ours: [`${MOUNTED}.readOnly`, true] },
});

const NO_FOLDER = 'the three files and not the folder, and the authority at /etc/etcd/ca.crt, which is on every host (section 18, OpenShift 3.11)';
const FILE = '.clusterChecksRunner.volumeMounts[/host/etc/etcd/ca.crt]';

export const OPENSHIFT_3 = runners({ hostPath: { path: '/etc/etcd' } }, {
  '.clusterChecksRunner.volumes[etcd-certs].name': { because: NO_FOLDER, ours: ['.clusterChecksRunner.volumes[etcd-certificate-ca-crt].name', 'etcd-certificate-ca-crt'] },
  '.clusterChecksRunner.volumes[etcd-certs].hostPath.path': { because: NO_FOLDER, ours: ['.clusterChecksRunner.volumes[etcd-certificate-ca-crt].hostPath.path', '/etc/etcd/ca.crt'] },
  '.clusterChecksRunner.volumeMounts[/host/etc/etcd].name': { because: NO_FOLDER, ours: [`${FILE}.name`, 'etcd-certificate-ca-crt'] },
  '.clusterChecksRunner.volumeMounts[/host/etc/etcd].mountPath': { because: NO_FOLDER, ours: [`${FILE}.mountPath`, '/host/etc/etcd/ca.crt'] },
  '.clusterChecksRunner.volumeMounts[/host/etc/etcd].readOnly': { because: NO_FOLDER, ours: [`${FILE}.readOnly`, true] },
});

const BY_ADDRESS = 'the file has the address of its node in its name, and the recipe names the certificate for the key: so the init container copies the three files (sections 15 and 18, RKE1)';
const COPIED = '.agents.volumeMounts[/etc/datadog-etcd-certificate]';

/** Both for Rancher 2.5 and newer, and before. */
export const RKE: Recipe = {
  values: {
    datadog: COMMON,
    agents: {
      volumes: [{ hostPath: { path: '/opt/rke/etc/kubernetes/ssl' }, name: 'etcd-certs' }],
      volumeMounts: [{ name: 'etcd-certs', mountPath: '/host/opt/rke/etc/kubernetes/ssl', readOnly: true }],
      tolerations: [
        { effect: 'NoSchedule', key: 'node-role.kubernetes.io/controlplane', operator: 'Exists' },
        { effect: 'NoExecute', key: 'node-role.kubernetes.io/etcd', operator: 'Exists' },
      ],
    },
  },
  differing: {
    ...KEYS,
    '.agents.volumes[etcd-certs].hostPath.path': {
      because: BY_ADDRESS, ours: ['.agents.volumes[etcd-certificate-host].hostPath.path', '/opt/rke/etc/kubernetes/ssl'],
    },
    '.agents.volumes[etcd-certs].name': { because: BY_ADDRESS, ours: ['.agents.volumes[etcd-certificate-host].name', 'etcd-certificate-host'] },
    '.agents.volumeMounts[/host/opt/rke/etc/kubernetes/ssl].name': { because: BY_ADDRESS, ours: [`${COPIED}.name`, 'etcd-certificate'] },
    '.agents.volumeMounts[/host/opt/rke/etc/kubernetes/ssl].mountPath': { because: BY_ADDRESS, ours: [`${COPIED}.mountPath`, '/etc/datadog-etcd-certificate'] },
    '.agents.volumeMounts[/host/opt/rke/etc/kubernetes/ssl].readOnly': { because: BY_ADDRESS, ours: [`${COPIED}.readOnly`, true] },
  },
};

export { CLUSTER };
