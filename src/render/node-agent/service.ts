import { OTLP_PORTS } from '../../facts/agent-ports';
import { NODE_AGENT } from '../../facts/node-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { canHaveLocalService } from '../../model/node-agent-ways';
import { componentLabels, componentSelector } from '../../parts/labels';
import { WholePart } from '../../parts/merge-node-agent-parts';

/** One name for the Agent of the caller's node; nothing where it listens on no port, or the Service could lead to another node. */
export function localService({ delivery, namespace, platform }: ClusterModel, { ports }: WholePart): Manifest[] {
  const { component } = NODE_AGENT;
  if (ports.length === 0 || !canHaveLocalService(platform.kubernetesVersion)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: delivery.nodeAgent.serviceName, namespace, labels: componentLabels(component) },
    spec: {
      type: 'ClusterIP',
      internalTrafficPolicy: 'Local',
      selector: componentSelector(component),
      ports: ports.map(({ name: port, containerPort, protocol }) =>
        ({ name: port, port: containerPort, targetPort: containerPort, protocol, ...appProtocol(port) })),
    },
  }];
}

/** Of a port for OTLP; nothing for others. */
function appProtocol(portName: string | undefined): { readonly appProtocol?: string } {
  const otlp = Object.values(OTLP_PORTS).find(({ name }) => name === portName);
  return otlp ? { appProtocol: otlp.appProtocol } : {};
}
