import type { Container, SecurityContext } from 'kubernetes-types/core/v1';
import { INIT_SECURITY } from './init-containers';
import { isAtLeast } from '../../base/versions';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { NODE_AGENT } from '../../facts/node-agent';
import { NODE_SYSTEMS, NodeSystemFact } from '../../facts/node-host';
import { SIDECAR } from '../../facts/sidecar';
import { SYSTEM_PROBE, SYSTEM_PROBE_CALLS } from '../../facts/system-probe';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { value } from '../../parts/container-env';
import { componentLabels } from '../../parts/labels';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { AGENT, SYSTEM_PROBE as NAME } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';

const { socketVolume, socketFolder, socket, debugVolume, debugPath, seccompKey, seccompProfile, seccompRoot } = SYSTEM_PROBE;
const SETUP = 'seccomp-setup';

/** What the system-probe needs beside what its features do; for pods that have one. */
export function systemProbePart(model: ClusterModel): NodeAgentPart {
  return {
    env: { [NAME]: [value('DD_SYSPROBE_SOCKET', socket)], [AGENT]: [value('DD_SYSPROBE_SOCKET', socket)] },
    volumes: [
      {
        volume: { name: socketVolume, emptyDir: {} },
        mounts: { [NAME]: [{ mountPath: socketFolder }], [AGENT]: [{ mountPath: socketFolder, readOnly: true }] },
      },
      { volume: { name: debugVolume, hostPath: { path: debugPath } }, mounts: { [NAME]: [{ mountPath: debugPath }] } },
      {
        volume: { name: 'datadog-agent-security', configMap: { name: SYSTEM_PROBE.seccompConfigMap } },
        mounts: { [SETUP]: [{ mountPath: '/etc/config', readOnly: true }] },
      },
      { volume: { name: 'seccomp-root', hostPath: { path: seccompRoot } }, mounts: { [SETUP]: [{ mountPath: `/host${seccompRoot}` }] } },
    ],
    initContainers: [seccompSetup(model)],
  };
}

/** The kubelet finds a profile in a folder of the node alone. */
function seccompSetup({ agentImage }: ClusterModel): Container {
  return {
    name: SETUP,
    image: agentImage,
    imagePullPolicy: SIDECAR.imagePullPolicy,
    command: ['cp', `/etc/config/${seccompKey}`, `/host${seccompRoot}/${seccompProfile}`],
    securityContext: { ...INIT_SECURITY, capabilities: { drop: ['ALL'] } },
  };
}

/**
 * No `allowPrivilegeEscalation: false`: Kubernetes refuses that beside SYS_ADMIN. What a runtime gives to root is left, too:
 * beside SYS_ADMIN it weighs nothing, and nobody lists what of it the probes use.
 */
export function systemProbeSecurity({ platform, nodeAgent }: ClusterModel): SecurityContext {
  return {
    ...seLinuxOptions(nodeAgent),
    capabilities: { add: [...SYSTEM_PROBE.capabilities] },
    privileged: false,
    readOnlyRootFilesystem: true,
    seccompProfile: { type: 'Localhost', localhostProfile: seccompProfile },
    ...hasAppArmorField(platform.kubernetesVersion) && { appArmorProfile: { type: 'Unconfined' } },
  };
}

/** For nodes whose SELinux keeps the system-probe from loading its probes; nothing for others. */
export function seLinuxOptions(nodeAgent: NodeAgentModel | undefined): Pick<SecurityContext, 'seLinuxOptions'> {
  const system: NodeSystemFact | undefined = nodeAgent && NODE_SYSTEMS[nodeAgent.host.system];
  if (!system?.systemProbeSeLinux) return {};
  const { user, role, type, level } = system.systemProbeSeLinux;
  return { seLinuxOptions: { user, role, type, level } };
}

/** The same for Kubernetes without that field. */
export function systemProbeAnnotations({ platform }: ClusterModel): { [name: string]: string } {
  return hasAppArmorField(platform.kubernetesVersion) ? {} : { [SYSTEM_PROBE.apparmorAnnotation]: 'unconfined' };
}

function hasAppArmorField(kubernetesVersion: string): boolean {
  return isAtLeast(kubernetesVersion, KUBERNETES_FEATURES.appArmorField.since);
}

/** The profile; nothing where there is no system-probe. */
export function seccompConfigMap({ namespace }: ClusterModel, { containers }: WholePart): Manifest[] {
  if (!containers.includes(NAME)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: SYSTEM_PROBE.seccompConfigMap, namespace, labels: componentLabels(NODE_AGENT.component) },
    data: { [seccompKey]: `${JSON.stringify(SECCOMP, undefined, 2)}\n` },
  }];
}

const allow = (call: string, index: number, argument: number) => ({
  names: [call],
  action: 'SCMP_ACT_ALLOW',
  args: [{ index, value: argument, valueTwo: 0, op: 'SCMP_CMP_EQ' }],
});

const SECCOMP = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: SYSTEM_PROBE_CALLS.names, action: 'SCMP_ACT_ALLOW', args: null },
    // Signal 0 asks whether a process is there, and does nothing to it.
    allow('kill', 1, 0),
  ],
};
