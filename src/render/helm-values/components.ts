import type { EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { sidecarInjectionEnv, sidecarInjectionValues } from './sidecar-injection';
import { some } from '../some';
import { withoutTemplates } from './templates';
import { CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { ClusterModel } from '../../model/cluster-model';
import { DeploymentModel } from '../../model/deployment-model';
import { clusterCheckFiles } from '../cluster-agent/check-files';
import { certifiedAddress, signingTls } from '../cluster-agent-tls';
import { runnerDeployment } from '../cluster-check-runner/deployment';
import { mergeRunnerParts, RunnerPart } from '../cluster-check-runner/part';
import { flag, value, withUserEnv } from '../container-env';
import { secretRevision } from '../credentials/revision';
import { DeliveredCluster } from '../deliveries/delivered-cluster';
import { resources } from '../resources';

/** What a Deployment has beside what its options say. */
interface Ours {
  readonly env: readonly EnvVar[];
  readonly volumes?: readonly Volume[];
  readonly volumeMounts?: readonly VolumeMount[];
}

/** The part `clusterAgent` of the values. */
export function clusterAgentValues({ model, webhook }: DeliveredCluster) {
  const { credentials: { secret }, features: { externalMetrics, admissionController }, clusterAgent } = model;
  return {
    enabled: true,
    tokenExistingSecret: secret.name,
    ...deploymentValues(model, clusterAgent, {
      env: [
        // The chart has no value for leaving applications alone.
        ...admissionController?.configMode === 'none' ? [flag('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', false)] : [],
        ...certifiedAddress(model),
        ...webhook ? sidecarInjectionEnv(webhook) : [],
      ],
    }),
    ...some('advancedConfd', checkValues(clusterCheckFiles(clusterAgent.checks))),
    metricsProvider: {
      enabled: externalMetrics !== undefined,
      ...externalMetrics && { useDatadogMetrics: externalMetrics.useDatadogMetrics },
    },
    admissionController: {
      enabled: admissionController !== undefined,
      ...admissionController && {
        mutateUnlabelled: admissionController.mutateUnlabelled,
        failurePolicy: admissionController.failurePolicy,
        ...admissionController.configMode !== 'none' && { configMode: admissionController.configMode },
      },
      ...webhook && { agentSidecarInjection: sidecarInjectionValues(webhook) },
    },
  };
}

/** The part `clusterChecksRunner` of the values. */
export function runnerValues({ model, runnerParts }: DeliveredCluster) {
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
      ...ignoreAutoConf.length > 0 ? [value('DD_IGNORE_AUTOCONF', ignoreAutoConf.join(' '))] : [],
    ],
    volumes,
    volumeMounts,
  };
  return { enabled: true, ...deploymentValues(model, placed, ours), ...security(model, runners, runnerParts) };
}

/** Runners that read files of the host do so as whoever may. */
function security(model: ClusterModel, runners: DeploymentModel, parts: readonly RunnerPart[]) {
  if (!parts.some(({ volumes }) => volumes.some(v => v.hostPath))) return {};
  const { securityContext, containers } = runnerDeployment(model, runners, parts).spec.template.spec;
  const container = containers.find(({ name }: { name: string }) => name === CLUSTER_CHECK_RUNNER.containerName);
  return { securityContext, containers: { agent: { securityContext: container.securityContext } } };
}

function deploymentValues(model: ClusterModel, given: DeploymentModel, { env, volumes = [], volumeMounts = [] }: Ours) {
  const tls = signingTls(model);
  return {
    replicas: given.replicas,
    createPodDisruptionBudget: given.replicas > 1,
    image: {
      tag: model.agentVersion,
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
