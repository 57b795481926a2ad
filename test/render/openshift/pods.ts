import type { PodSpec } from 'kubernetes-types/core/v1';

/** A pod that looks at its node, as Agents do. */
export const NODE_POD: PodSpec = {
  serviceAccountName: 'datadog-node-agent',
  hostPID: true,
  securityContext: { runAsUser: 0 },
  initContainers: [{
    name: 'init',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  }],
  containers: [
    {
      name: 'agent',
      ports: [{ containerPort: 8125, hostPort: 8125 }],
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'], add: ['DAC_OVERRIDE', 'CHOWN'] }, readOnlyRootFilesystem: true },
    },
    {
      name: 'system-probe',
      securityContext: {
        capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] },
        readOnlyRootFilesystem: true,
        seccompProfile: { type: 'Localhost', localhostProfile: 'system-probe' },
      },
    },
  ],
  volumes: [{ name: 'proc', hostPath: { path: '/proc' } }, { name: 'config', emptyDir: {} }, { name: 'nothing' }, { name: 'checks', configMap: { name: 'c' } }],
};

/** A pod that asks for nothing. */
export const PLAIN_POD: PodSpec = {
  serviceAccountName: 'plain',
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'main', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
  volumes: [{ name: 'config', emptyDir: {} }],
};
