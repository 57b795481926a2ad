import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { isWrittenByChart } from './by-chart';
import { sidecarInjectionEnv, sidecarInjectionValues } from './sidecar-injection';
import { withoutTemplates } from './templates';
import { CLUSTER_AGENT, CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { runnerPart } from '../../features/contributions';
import { helmClusterAgentEnv } from '../../features/deliveries';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { DeploymentModel } from '../../model/deployment-model';
import { value, withUserEnv } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { mergeRunnerParts } from '../../parts/runner-part';
import { some } from '../../parts/some';
import { clusterCheckFiles } from '../cluster-agent/check-files';
import { clusterAgentDeployment } from '../cluster-agent/deployment';
import { certifiedAddress, signingTls } from '../cluster-agent-tls';
import { runnerDeployment } from '../cluster-check-runner/deployment';
import { secretRevision } from '../credentials/revision';
import { resources } from '../resources';

/** What a Deployment has beside what its options say. */
interface Ours {
  readonly env: readonly EnvVar[];
  readonly volumes?: readonly Volume[];
  readonly volumeMounts?: readonly VolumeMount[];
}

/** The part `clusterAgent` of the values. */
export function clusterAgentValues({ model, webhook }: DeliveredCluster) {
  const { credentials: { secret }, clusterAgent } = model;
  return {
    enabled: true,
    tokenExistingSecret: secret.name,
    ...security(clusterAgentDeployment(model), 'clusterAgent', CLUSTER_AGENT.containerName),
    ...deploymentValues(model, model.clusterAgentVersion, clusterAgent, {
      env: [...helmClusterAgentEnv(model), ...certifiedAddress(model), ...webhook ? sidecarInjectionEnv(webhook) : []],
    }),
    ...some('advancedConfd', checkValues(clusterCheckFiles(clusterAgent.checks))),
    ...webhook && { admissionController: { agentSidecarInjection: sidecarInjectionValues(webhook) } },
  };
}

/** The part `clusterChecksRunner` of the values. */
export function runnerValues(cluster: DeliveredCluster) {
  const { model, runnerParts } = cluster;
  const { clusterCheckRunners: runners, clusterAgentUrl } = model;
  if (!runners) return { enabled: false };
  const { ignoreAutoConf, nodeSelector, tolerations, volumes, volumeMounts } = mergeRunnerParts(runnerParts);
  const placed = {
    ...runners,
    nodeSelector: { ...nodeSelector, ...runners.nodeSelector },
    tolerations: [...runners.tolerations, ...tolerations],
  };
  const ours = {
    env: [
      // By its name, which the Cluster Agent's certificate has, and not by the address that a pod finds in its env.
      value('DD_CLUSTER_AGENT_URL', clusterAgentUrl),
      ...runnerPart(model).env.filter(({ name }) => !isWrittenByChart(cluster, 'clusterChecksRunner', name)),
      // The chart sets DD_PROCESS_AGENT_ENABLED to `false`, which turns containers on. This name of the same setting comes first.
      value('DD_PROCESS_CONFIG_ENABLED', 'disabled'),
      ...ignoreAutoConf.length > 0 ? [value('DD_IGNORE_AUTOCONF', ignoreAutoConf.join(' '))] : [],
    ],
    volumes,
    volumeMounts,
  };
  return {
    enabled: true,
    ...deploymentValues(model, model.agentVersion, placed, ours),
    ...security(runnerDeployment(model, runners, runnerParts), 'agent', CLUSTER_CHECK_RUNNER.containerName),
  };
}

/** What the pods and containers may do, as the plain manifests have it. */
function security(deployment: Manifest, key: string, name: string) {
  const { securityContext, initContainers, containers } = (deployment.spec as DeploymentSpec).template.spec!;
  return {
    securityContext,
    containers: {
      [key]: { securityContext: containers.find(container => container.name === name)!.securityContext },
      initContainers: { securityContext: initContainers![0].securityContext },
    },
  };
}

function deploymentValues(model: ClusterModel, tag: string, given: DeploymentModel, { env, volumes = [], volumeMounts = [] }: Ours) {
  const tls = signingTls(model);
  return {
    replicas: given.replicas,
    createPodDisruptionBudget: given.replicas > 1,
    image: {
      tag,
      ...some('pullSecrets', given.imagePullSecrets.map(name => ({ name }))),
    },
    ...some('rbac', some('serviceAccountAnnotations', given.serviceAccountAnnotations)),
    ...some('env', withUserEnv([...env, ...tls.env], given)),
    resources: resources(given.resources),
    ...some('podAnnotations', { ...given.podAnnotations, ...secretRevision(model) }),
    ...some('additionalLabels', given.podLabels),
    ...some('nodeSelector', given.nodeSelector),
    ...some('tolerations', given.tolerations),
    ...some('affinity', given.affinity ?? {}),
    ...some('topologySpreadConstraints', given.topologySpreadConstraints),
    ...given.priorityClassName !== undefined && { priorityClassName: given.priorityClassName },
    ...some('volumes', [...tls.volumes, ...volumes, ...given.volumes]),
    ...some('volumeMounts', [...tls.volumeMounts, ...volumeMounts, ...given.volumeMounts]),
  };
}

/** Check files by folder and name. */
function checkValues(files: { readonly [path: string]: string }): { [folder: string]: { [file: string]: string } } {
  const folders: { [folder: string]: { [file: string]: string } } = {};
  for (const [path, content] of Object.entries(files)) {
    const [folder, file] = path.split('/');
    folders[folder] = { ...folders[folder], [file]: withoutTemplates(content) };
  }
  return folders;
}
