import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { SIDECAR } from '../../facts/sidecar';
import { runnerPart } from '../../features/contributions';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { DeploymentModel } from '../../model/deployment-model';
import { flag, fromField, fromSecret, tags, value } from '../../parts/container-env';
import { mergeRunnerParts, RunnerPart } from '../../parts/runner-part';
import { CONFIG_TO_FILL, folderMounts, folderVolumes } from '../agent-folders';
import { signingTls } from '../cluster-agent-tls';
import { secretRevision } from '../credentials/revision';
import { deployment } from '../deployment';
import { forKubernetes } from '../older-kubernetes';
import { probes } from '../probes';
import { resources } from '../resources';
import { restrictedContainer } from '../security-context';

/** The default checks watch a host, and a runner has none of its own: it runs what the Cluster Agent hands it. */
const RUN_ONLY_CLUSTER_CHECKS
  = 'find /etc/datadog-agent/conf.d/ -name "*.yaml.default" -type f -delete && touch /etc/datadog-agent/datadog.yaml && exec agent run';
const RUN_INIT_SCRIPTS = 'for script in $(find /etc/cont-init.d/ -type f -name "*.sh" | sort); do bash "$script"; done';

export function runnerDeployment(model: ClusterModel, runners: DeploymentModel, parts: readonly RunnerPart[] = []): Manifest {
  const { name, serviceAccountName } = model.delivery.runners;
  const { containerName, healthPort, component } = CLUSTER_CHECK_RUNNER;
  const base = () => ({
    image: model.agentImage,
    imagePullPolicy: SIDECAR.imagePullPolicy,
    resources: resources(runners.resources),
    securityContext: restrictedContainer(),
  });
  const tls = signingTls(model);
  const part = mergeRunnerParts(parts);
  const bash = (script: string): Pick<Container, 'command' | 'args'> => ({ command: ['bash', '-c'], args: [script] });
  return forKubernetes(model.platform.kubernetesVersion, deployment({
    name,
    namespace: model.namespace,
    component,
    image: AGENT_IMAGE,
    deployment: {
      ...runners,
      nodeSelector: { ...part.nodeSelector, ...runners.nodeSelector },
      tolerations: [...runners.tolerations, ...part.tolerations],
    },
    serviceAccountName,
    userOfPlatform: model.platform.fact.securityContextConstraints,
    annotations: secretRevision(model),
    initContainers: [
      { name: 'init-volume', ...base(), ...bash('cp -r /etc/datadog-agent /opt'), volumeMounts: [{ ...CONFIG_TO_FILL }] },
      {
        name: 'init-config',
        ...base(),
        ...bash(RUN_INIT_SCRIPTS),
        volumeMounts: folderMounts().filter(m => ['config', 'tmpdir'].includes(m.name)),
      },
    ],
    container: {
      name: containerName,
      ...base(),
      ...bash(RUN_ONLY_CLUSTER_CHECKS),
      env: [
        ...runnerEnv(model),
        ...tls.env,
        ...part.ignoreAutoConf.length > 0 ? [value('DD_IGNORE_AUTOCONF', part.ignoreAutoConf.join(' '))] : [],
      ],
      ...probes(healthPort),
      volumeMounts: [...folderMounts(), ...tls.volumeMounts, ...part.volumeMounts],
    },
    volumes: [...folderVolumes(), ...tls.volumes, ...part.volumes],
  }));
}

function runnerEnv(model: ClusterModel): EnvVar[] {
  const { secret } = model.credentials;
  return [
    value('DD_HEALTH_PORT', String(CLUSTER_CHECK_RUNNER.healthPort)),
    value('KUBERNETES', 'yes'),
    fromField('DD_HOSTNAME', 'spec.nodeName'),
    fromSecret('DD_API_KEY', secret.name, secret.apiKey),
    value('DD_SITE', model.site),
    value('DD_CLUSTER_NAME', model.clusterName),
    ...tags(model.tags),
    flag('DD_CLUSTER_AGENT_ENABLED', true),
    value('DD_CLUSTER_AGENT_URL', model.clusterAgentUrl),
    fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
    flag('DD_CLC_RUNNER_ENABLED', true),
    fromField('DD_CLC_RUNNER_HOST', 'status.podIP'),
    fromField('DD_CLC_RUNNER_ID', 'metadata.name'),
    flag('DD_ENABLE_METADATA_COLLECTION', false),
    ...runnerPart(model).env,
  ];
}
