import type { EnvVar } from 'kubernetes-types/core/v1';
import { ClusterModel } from '../../model/cluster-model';
import { DeploymentModel } from '../../model/deployment-model';
import { clusterCheckFiles } from '../cluster-agent/check-files';
import { certifiedAddress, signingTls } from '../cluster-agent-tls';
import { flag, value, withUserEnv } from '../container-env';
import { secretRevision } from '../credentials/revision';
import { resources } from '../resources';

/** The part `clusterAgent` of the values. */
export function clusterAgentValues(model: ClusterModel) {
  const { credentials: { secret }, features: { externalMetrics, admissionController }, clusterAgent } = model;
  return {
    enabled: true,
    tokenExistingSecret: secret.name,
    // The chart has no value for leaving applications alone.
    ...deploymentValues(model, clusterAgent, [
      ...admissionController?.configMode === 'none' ? [flag('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', false)] : [],
      ...certifiedAddress(model),
    ]),
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
    },
  };
}

/** The part `clusterChecksRunner` of the values. */
export function runnerValues(model: ClusterModel) {
  const { clusterCheckRunners: runners, clusterAgentUrl } = model;
  if (!runners) return { enabled: false };
  // By its name, which the Cluster Agent's certificate has, and not by the address that a pod finds in its env.
  return { enabled: true, ...deploymentValues(model, runners, [value('DD_CLUSTER_AGENT_URL', clusterAgentUrl)]) };
}

function deploymentValues(model: ClusterModel, given: DeploymentModel, ours: EnvVar[]) {
  const tls = signingTls(model);
  return {
    replicas: given.replicas,
    createPodDisruptionBudget: given.replicas > 1,
    image: {
      tag: model.agentVersion,
      ...some('pullSecrets', given.imagePullSecrets.map(name => ({ name }))),
    },
    ...some('rbac', some('serviceAccountAnnotations', given.serviceAccountAnnotations)),
    ...some('env', withUserEnv([...ours, ...tls.env], given)),
    resources: resources(given.resources),
    ...some('podAnnotations', { ...given.podAnnotations, ...secretRevision(model) }),
    ...some('additionalLabels', given.podLabels),
    ...some('nodeSelector', given.nodeSelector),
    ...some('tolerations', given.tolerations),
    ...some('affinity', given.affinity ?? {}),
    ...some('topologySpreadConstraints', given.topologySpreadConstraints),
    ...given.priorityClassName !== undefined && { priorityClassName: given.priorityClassName },
    ...some('volumes', [...tls.volumes, ...given.volumes]),
    ...some('volumeMounts', [...tls.volumeMounts, ...given.volumeMounts]),
  };
}

/** The key with what there is to say, and neither where there is nothing. */
function some(key: string, content: object): { [key: string]: object } {
  return Object.keys(content).length > 0 ? { [key]: content } : {};
}

/** Check files by folder and name. Helm would run what stands between double braces as a template, so there JSON escapes one. */
function checkValues(files: { readonly [path: string]: string }): { [folder: string]: { [file: string]: string } } {
  const folders: { [folder: string]: { [file: string]: string } } = {};
  for (const [path, content] of Object.entries(files)) {
    const [folder, file] = path.split('/');
    folders[folder] = { ...folders[folder], [file]: content.replaceAll('{{', '{\\u007b') };
  }
  return folders;
}
