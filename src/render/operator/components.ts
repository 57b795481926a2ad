import type { DaemonSetSpec } from 'kubernetes-types/apps/v1';
import { deploymentAddition, nodeAgentAddition } from './additions';
import { checkVolumes } from './check-files';
import { joinScripts } from './init-scripts';
import { containerOf, containerOverride, initContainerOverrides, podOf, podOverride, PodSource } from './pod-override';
import { CLUSTER_AGENT, CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { NODE_AGENT } from '../../facts/node-agent';
import { OperatorContainer } from '../../facts/operator-env';
import { OperatorFeatures } from '../../features/feature';
import { DeploymentModel } from '../../model/deployment-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { DatadogAgentContainer } from '../../parts/datadog-agent/container';
import { DatadogAgentOverride } from '../../parts/datadog-agent/override';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { mergeParts, WholePart } from '../../parts/merge-node-agent-parts';
import { AGENT, INIT_CONFIG, SYSTEM_PROBE } from '../../parts/node-agent-containers';
import { mergeRunnerParts } from '../../parts/runner-part';
import { some } from '../../parts/some';
import { clusterAgentDeployment } from '../cluster-agent/deployment';
import { runnerDeployment } from '../cluster-check-runner/deployment';
import { checkFilesPart } from '../node-agent/config-map';
import { nodeAgentDaemonSet } from '../node-agent/daemon-set';
import { wholePart } from '../node-agent/whole-part';

const SECCOMP_SETUP = 'seccomp-setup';

/** What the spec says of the pods of each component. */
export function overrides(cluster: DeliveredCluster, features: OperatorFeatures): { readonly [component: string]: DatadogAgentOverride } {
  const { nodeAgent, clusterCheckRunners: runners } = cluster.model;
  return {
    // Without that, the Operator makes an account and a role for Agents that are not there.
    nodeAgent: nodeAgent ? nodeAgentOverride(cluster, nodeAgent, features) : { disabled: true, createRbac: false },
    clusterAgent: clusterAgentOverride(cluster, features),
    ...runners && { clusterChecksRunner: runnerOverride(cluster, runners, features) },
  };
}

function nodeAgentOverride({ model, nodeParts }: DeliveredCluster, nodeAgent: NodeAgentModel, features: OperatorFeatures): DatadogAgentOverride {
  const whole = wholePart(model, nodeAgent, nodeParts);
  const plain = nodeAgentDaemonSet(model, nodeAgent, whole);
  const { hostNetwork, hostPID = false, dnsPolicy, affinity, containers } = podOf(plain);
  const parts = mergeParts(nodeParts);
  const source: PodSource = {
    model,
    component: 'nodeAgent',
    names: model.delivery.nodeAgent,
    given: nodeAgent,
    plain,
    features,
    addition: nodeAgentAddition(nodeAgent, whole, nodeParts),
  };
  return {
    ...podOverride(source),
    updateStrategy: (plain.spec as DaemonSetSpec).updateStrategy,
    ...affinity && { affinity },
    ...hostNetwork && { hostNetwork, dnsPolicy },
    hostPID,
    ...extraChecks(whole),
    containers: {
      ...Object.fromEntries(containers.map(({ name, securityContext }) => [name, {
        ...containerOverride(source, name, name as OperatorContainer),
        ...some('ports', parts.portsOf(name)),
        securityContext,
      }])),
      ...initContainerOverrides(source, AGENT),
      // It comes with the system-probe.
      ...whole.containers.includes(SYSTEM_PROBE) && { [SECCOMP_SETUP]: initContainerOverrides(source, AGENT)[INIT_CONFIG] },
      [INIT_CONFIG]: { ...initContainerOverrides(source, AGENT)[INIT_CONFIG], ...initConfig(source, parts) },
    },
  };
}

/** The files that the Agents find in their folder of checks, under the names that they have in the plain manifests. */
function extraChecks(whole: WholePart): Pick<DatadogAgentOverride, 'extraConfd'> {
  const items = checkFilesPart(whole).volumes?.[0].volume.configMap?.items;
  return items ? { extraConfd: { configMap: { name: NODE_AGENT.checksConfigMap, items } } } : {};
}

/** The container that runs the image's scripts runs those of init containers that the plain manifests add, with their volumes and env vars. */
function initConfig({ plain, addition }: PodSource, { initContainers }: WholePart): DatadogAgentContainer {
  const { args = [] } = containerOf(plain, INIT_CONFIG);
  return {
    ...initContainers.length > 0 && { args: [joinScripts(args.join('\n'), initContainers)] },
    ...some('env', addition.envOf(INIT_CONFIG)),
    ...some('volumeMounts', addition.mountsOf(INIT_CONFIG)),
  };
}

function clusterAgentOverride({ model, webhook }: DeliveredCluster, features: OperatorFeatures): DatadogAgentOverride {
  const { clusterAgent } = model;
  const addition = deploymentAddition(model, 'clusterAgent', clusterAgent, checkVolumes(model));
  const plain = clusterAgentDeployment(model, webhook);
  const names = model.delivery.clusterAgent;
  const source: PodSource = { model, component: 'clusterAgent', names, given: clusterAgent, plain, features, addition };
  const { containerName } = CLUSTER_AGENT;
  const containers = { [containerName]: containerOverride(source, containerName, containerName) };
  return { ...podOverride(source), ...replicas(clusterAgent), containers };
}

function runnerOverride({ model, runnerParts }: DeliveredCluster, runners: DeploymentModel, features: OperatorFeatures): DatadogAgentOverride {
  const addition = deploymentAddition(model, 'clusterChecksRunner', runners, mergeRunnerParts(runnerParts));
  const plain = runnerDeployment(model, runners, runnerParts);
  const names = model.delivery.runners;
  const source: PodSource = { model, component: 'clusterChecksRunner', names, given: runners, plain, features, addition };
  const { containerName, component } = CLUSTER_CHECK_RUNNER;
  return {
    ...podOverride(source),
    ...replicas(runners),
    containers: { [containerName]: containerOverride(source, containerName, component), ...initContainerOverrides(source, containerName) },
  };
}

/** What only a Deployment has. The Operator prefers nodes without a pod of the component by itself. */
function replicas({ replicas: count, affinity }: DeploymentModel): DatadogAgentOverride {
  return {
    replicas: count,
    createPodDisruptionBudget: count > 1,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    ...affinity && { affinity },
  };
}
