import { checkFiles, configMapKey } from './check-files';
import { CHECKS_CONFIG_MAP } from './config-map';
import { clusterAgentEnv } from './env';
import { CLUSTER_AGENT_IMAGE } from '../../facts/agent-images';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { SIDECAR } from '../../facts/sidecar';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { CONFIG_TO_FILL, folderMounts, folderVolumes } from '../agent-folders';
import { checksum } from '../checksum';
import { deployment } from '../deployment';
import { probes } from '../probes';
import { resources } from '../resources';
import { RESTRICTED_CONTAINER } from '../security-context';

export function clusterAgentDeployment(model: ClusterModel): Manifest {
  const { name, containerName, port, portName, metricsPort, metricsPortName, healthPort, component } = CLUSTER_AGENT;
  const files = checkFiles(model);
  const paths = Object.keys(files);
  const image = { image: model.clusterAgentImage, imagePullPolicy: SIDECAR.imagePullPolicy };
  return deployment({
    name,
    namespace: model.namespace,
    component,
    image: CLUSTER_AGENT_IMAGE,
    deployment: model.clusterAgent,
    serviceAccountName: name,
    annotations: { 'checksum/confd': checksum(files) },
    // The entry point writes below /etc/datadog-agent, which the image has read-only.
    initContainers: [{
      name: 'init-volume',
      ...image,
      command: ['cp', '-r', '/etc/datadog-agent', '/opt'],
      volumeMounts: [{ ...CONFIG_TO_FILL }],
      resources: resources(model.clusterAgent.resources),
      securityContext: { ...RESTRICTED_CONTAINER },
    }],
    container: {
      name: containerName,
      ...image,
      ports: [
        { name: portName, containerPort: port, protocol: 'TCP' },
        { name: metricsPortName, containerPort: metricsPort, protocol: 'TCP' },
      ],
      env: clusterAgentEnv(model),
      resources: resources(model.clusterAgent.resources),
      ...probes(healthPort),
      securityContext: { ...RESTRICTED_CONTAINER },
      volumeMounts: [...folderMounts(), ...paths.length > 0 ? [{ name: 'confd', mountPath: '/conf.d', readOnly: true }] : []],
    },
    volumes: [
      ...folderVolumes(),
      ...paths.length > 0
        ? [{ name: 'confd', configMap: { name: CHECKS_CONFIG_MAP, items: paths.map(path => ({ key: configMapKey(path), path })) } }]
        : [],
    ],
  });
}
