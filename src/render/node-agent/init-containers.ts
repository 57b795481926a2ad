import type { Container, SecurityContext } from 'kubernetes-types/core/v1';
import { requirements } from './requirements';
import { SIDECAR } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { byName } from '../../parts/container-env';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { INIT_CONFIG } from '../../parts/node-agent-containers';
import { CONFIG_TO_FILL } from '../agent-folders';

/** Copies files of its own user, and so needs none of root's powers. */
export const INIT_SECURITY: SecurityContext = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true };

const RUN_INIT_SCRIPTS = 'for script in $(find /etc/cont-init.d/ -type f -name "*.sh" | sort); do bash "$script"; done';

/** In the order in which they run. They request what the core Agent does: they are done before it starts, so the pod needs no more. */
export function initContainers({ agentImage }: ClusterModel, nodeAgent: NodeAgentModel, whole: WholePart): Container[] {
  const base = () => ({
    image: agentImage,
    imagePullPolicy: SIDECAR.imagePullPolicy,
    resources: requirements(nodeAgent.resources),
    securityContext: { ...INIT_SECURITY, capabilities: { drop: ['ALL'] } },
  });
  const bash = (script: string): Pick<Container, 'command' | 'args'> => ({ command: ['bash', '-c'], args: [script] });
  return [
    { name: 'init-volume', ...base(), ...bash('cp -r /etc/datadog-agent /opt'), volumeMounts: [{ ...CONFIG_TO_FILL }] },
    {
      name: INIT_CONFIG,
      ...base(),
      ...bash(RUN_INIT_SCRIPTS),
      env: byName(whole.envOf(INIT_CONFIG)),
      volumeMounts: whole.mountsOf(INIT_CONFIG),
    },
    ...whole.initContainers.map(container => ({ resources: requirements(nodeAgent.resources), ...withMounts(container, whole) })),
  ];
}

function withMounts(container: Container, whole: WholePart): Container {
  const mounts = [...container.volumeMounts ?? [], ...whole.mountsOf(container.name)];
  return { ...container, ...mounts.length > 0 && { volumeMounts: mounts } };
}
