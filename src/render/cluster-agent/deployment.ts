import { checkFiles, configMapKey } from './check-files';
import { CHECKS_CONFIG_MAP } from './config-map';
import { clusterAgentEnv } from './env';
import { CLUSTER_AGENT_IMAGE } from '../../facts/agent-images';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { SIDECAR } from '../../facts/sidecar';
import { clusterAgentPart } from '../../features/contributions';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { CONFIG_TO_FILL, folderMounts, folderVolumes } from '../agent-folders';
import { checksum } from '../checksum';
import { signingTls } from '../cluster-agent-tls';
import { secretRevision } from '../credentials/revision';
import { deployment } from '../deployment';
import { forKubernetes } from '../older-kubernetes';
import { probes } from '../probes';
import { resources } from '../resources';
import { restrictedContainer } from '../security-context';
import { sidecarWebhookEnv } from '../sidecar-injection/webhook-env';

/** `webhook` is the injection whose Agents the Cluster Agent adds to pods, where there is one. */
export function clusterAgentDeployment(model: ClusterModel, webhook?: SidecarInjectionModel): Manifest {
  const { name, containerName, port, portName, metricsPort, metricsPortName, healthPort, component } = CLUSTER_AGENT;
  const files = checkFiles(model);
  const paths = Object.keys(files);
  const tls = signingTls(model);
  const image = { image: model.clusterAgentImage, imagePullPolicy: SIDECAR.imagePullPolicy };
  return forKubernetes(model.platform.kubernetesVersion, deployment({
    name,
    namespace: model.namespace,
    component,
    image: CLUSTER_AGENT_IMAGE,
    deployment: model.clusterAgent,
    serviceAccountName: name,
    userOfPlatform: model.platform.fact.securityContextConstraints,
    annotations: { 'checksum/confd': checksum(files), ...secretRevision(model) },
    // The entry point writes below /etc/datadog-agent, which the image has read-only.
    initContainers: [{
      name: 'init-volume',
      ...image,
      command: ['cp', '-r', '/etc/datadog-agent', '/opt'],
      volumeMounts: [{ ...CONFIG_TO_FILL }],
      resources: resources(model.clusterAgent.resources),
      securityContext: restrictedContainer(),
    }],
    container: {
      name: containerName,
      ...image,
      ports: [
        { name: portName, containerPort: port, protocol: 'TCP' },
        { name: metricsPortName, containerPort: metricsPort, protocol: 'TCP' },
        ...clusterAgentPart(model).ports,
      ],
      env: [...clusterAgentEnv(model), ...tls.env, ...webhook ? sidecarWebhookEnv(webhook) : []],
      resources: resources(model.clusterAgent.resources),
      ...probes(healthPort),
      securityContext: restrictedContainer(),
      volumeMounts: [...folderMounts(), ...paths.length > 0 ? [{ name: 'confd', mountPath: '/conf.d', readOnly: true }] : [], ...tls.volumeMounts],
    },
    volumes: [
      ...folderVolumes(),
      ...tls.volumes,
      ...paths.length > 0
        ? [{ name: 'confd', configMap: { name: CHECKS_CONFIG_MAP, items: paths.map(path => ({ key: configMapKey(path), path })) } }]
        : [],
    ],
  }));
}
