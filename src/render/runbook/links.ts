import { block, externalSecrets, firsts, RunbookCluster, Section, sidecarAccounts, SidecarWorkload, sidecarWorkloads } from './cluster';
import { injectionLinks } from './injection';
import { containersOf, exec, podOf } from './kubectl';
import { markdownCode } from '../../base/markdown';
import { shellCommand, shellWord } from '../../base/shell';
import { isAtLeast } from '../../base/versions';
import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { CLUSTER_AGENT, CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { EXTERNAL_METRICS } from '../../facts/external-metrics';
import { LOG_ROUTER } from '../../facts/fargate-logging';
import { KnownErrorProof } from '../../facts/known-errors';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { TOKEN_LENGTH } from '../../facts/secrets';
import { nodeAgents } from '../../manifest/node-agents';
import { outsideClusterDns } from '../../manifest/pod-dns';
import { AccountRef } from '../../manifest/service-account';
import { ClusterModel } from '../../model/cluster-model';
import { AGENT } from '../../parts/node-agent-containers';
import { FIXED_ADDRESS_SERVICE } from '../cluster-agent/fixed-address';
import { controlPlaneCalls } from '../control-plane-calls';
import { readCommand } from '../credentials/secret-commands';

/** A link between two parts, with the commands that prove it. */
export interface Link extends Section {
  /** What points here from the known errors. */
  readonly proof?: KnownErrorProof;
}

/** Every link of this cluster, in the order in which one rests on the other. */
export function links(cluster: RunbookCluster): Link[] {
  const { model, manifests, controlPlane } = cluster;
  const sidecars = sidecarWorkloads(manifests);
  return [
    secretsAreThere(cluster),
    tokenIsTheSame(cluster),
    clusterAgentRuns(cluster),
    servicesLeadThere(cluster),
    ...sidecarLinks(cluster, sidecars),
    ...nodeAgentsAreConnected(cluster),
    ...clusterChecksRun(cluster),
    ...controlPlaneReaches(model),
    ...features(cluster),
    ...injectionLinks(manifests),
    ...controlPlane === undefined ? [] : [{ title: 'The control plane', lines: ['```', ...controlPlane.trimEnd().split('\n'), '```'] }],
    ...model.platform.fargate === 'none' ? [] : [podsRunOnFargate(sidecars, model.namespace)],
  ];
}

function secretsAreThere(cluster: RunbookCluster): Link {
  const { model, secrets } = cluster;
  const external = externalSecrets(cluster);
  return {
    title: 'The Secret is in every namespace',
    proof: 'secrets',
    lines: [
      'Each line names the keys, and no value.',
      ...block([...secrets.keys()].map(at =>
        `${shellCommand('kubectl', 'get', `secret/${model.credentials.secret.name}`, '--namespace', at)} --output go-template='{{range $key, $_ := .data}}{{$key}} {{end}}{{"\\n"}}'`)),
      ...external.length > 0 ? ['Each is ready. If not, `kubectl describe` tells what the store answered.', ...block(external.map(e => `kubectl get ${e}`))] : [],
    ],
  };
}

function tokenIsTheSame({ model, secrets }: RunbookCluster): Link {
  const { name, token } = model.credentials.secret;
  const read = (at: string) => readCommand(name, at, token);
  return {
    title: 'The token is the same everywhere',
    proof: 'token',
    lines: [
      'All sums are the same. They show nothing of the token.',
      ...block([...secrets.keys()].map(at => `${read(at)} | sha256sum`)),
      `It has at least ${TOKEN_LENGTH.min} characters:`,
      ...block([`${read(model.namespace)} | base64 --decode | wc -c`]),
      'If so, and an Agent is refused all the same, it or the Cluster Agent started before the token changed: see [How to rotate the token](#how-to-rotate-the-token).',
    ],
  };
}

function clusterAgentRuns({ model: { namespace } }: RunbookCluster): Link {
  const { name, containerName } = CLUSTER_AGENT;
  return {
    title: 'The Cluster Agent runs',
    proof: 'apiKey',
    lines: [
      'The status names the leader, says that the API key is valid, and lists what it could not do.',
      ...block([
        shellCommand('kubectl', 'rollout', 'status', '--namespace', namespace, `deployment/${name}`),
        exec(namespace, `deployment/${name}`, containerName, 'datadog-cluster-agent status'),
        shellCommand('kubectl', 'logs', '--namespace', namespace, `deployment/${name}`, '--container', containerName, '--tail', '100'),
      ]),
    ],
  };
}

function servicesLeadThere({ model: { namespace, clusterAgentAddress: address } }: RunbookCluster): Link {
  const endpoints = (service: string) => shellCommand('kubectl', 'get', 'endpointslices', '--namespace', namespace, '--selector', `kubernetes.io/service-name=${service}`);
  return {
    title: 'The Service leads to it',
    proof: 'services',
    lines: [
      `There is an endpoint for each pod of the Cluster Agent, with port ${CLUSTER_AGENT.port}.`,
      ...block([endpoints(CLUSTER_AGENT.name), ...address ? [endpoints(FIXED_ADDRESS_SERVICE)] : []]),
      ...address ? [
        `This prints ${markdownCode(address.ip)}:`,
        ...block([shellCommand('kubectl', 'get', `service/${FIXED_ADDRESS_SERVICE}`, '--namespace', namespace, '--output', 'jsonpath={.spec.clusterIP}')]),
      ] : [],
    ],
  };
}

function sidecarLinks({ model, manifests }: RunbookCluster, sidecars: readonly SidecarWorkload[]): Link[] {
  const accounts = sidecarAccounts(manifests);
  return [
    ...sidecars.length > 0 ? [sidecarsAreThere(sidecars)] : [],
    ...accounts.length > 0 ? [kubeletAnswers(accounts)] : [],
    ...sidecars.length > 0 ? [nameResolves(model, sidecars), sidecarsAreConnected(model, sidecars)] : [],
  ];
}

function sidecarsAreThere(sidecars: readonly SidecarWorkload[]): Link {
  return {
    title: 'The Agent is in the pods',
    lines: [
      `Each pod has the container ${markdownCode(sidecars[0].container)}. A pod without it is older than the manifests, or something else made it.`,
      ...block(sidecars.flatMap(s => containersOf(s) ?? [])),
    ],
  };
}

function kubeletAnswers(accounts: readonly AccountRef[]): Link {
  return {
    title: 'The Agent may ask the kubelet',
    proof: 'kubelet',
    lines: [
      'On Fargate it does so through the API server. Each says `yes`, and in the status of the Agents below the check `kubelet` is `[OK]`.',
      ...block(accounts.map(({ namespace, name }) => shellCommand('kubectl', 'auth', 'can-i', 'get', 'nodes', '--subresource=proxy', '--as', `system:serviceaccount:${namespace}:${name}`))),
    ],
  };
}

function nameResolves(model: ClusterModel, sidecars: readonly SidecarWorkload[]): Link {
  const host = new URL(model.clusterAgentUrl).hostname;
  const reachable = sidecars.filter(({ at, namespace }) => outsideClusterDns(at.pod) === undefined && podOf(at, namespace) !== undefined);
  const byName = firsts(reachable, s => s.namespace);
  const byAddress = sidecars.filter(({ at }) => outsideClusterDns(at.pod) !== undefined);
  return {
    title: 'The name of the Cluster Agent resolves',
    proof: 'names',
    lines: [
      ...byName.length > 0 ? ['Each prints an address.', ...block(inSidecars(byName, shellCommand('getent', 'hosts', host)))] : [],
      ...byAddress.length > 0 ? [
        'These ask the DNS of their node, which does not know it, and go by the address:',
        ...block(inSidecars(byAddress, 'printenv DD_CLUSTER_AGENT_URL')),
      ] : [],
    ],
  };
}

function sidecarsAreConnected(model: ClusterModel, sidecars: readonly SidecarWorkload[]): Link {
  return {
    title: 'The Agents in pods reach the Cluster Agent',
    proof: 'clusterAgent',
    lines: [
      `The part \`Datadog Cluster Agent\` of the status names ${markdownCode(model.clusterAgentUrl)}${model.clusterAgentAddressUrl === undefined ? '' : ` or ${markdownCode(model.clusterAgentAddressUrl)}`}, and says that it is connected.`,
      ...block(inSidecars(sidecars, 'agent status')),
      'An Agent in a pod of a Job or a CronJob is there while the pod runs.',
    ],
  };
}

function inSidecars(sidecars: readonly SidecarWorkload[], command: string): string[] {
  return sidecars.flatMap(({ at, namespace, container }) => {
    const pod = podOf(at, namespace);
    return pod === undefined ? [] : [exec(namespace, pod, container, command)];
  });
}

function nodeAgentsAreConnected({ manifests }: RunbookCluster): Link[] {
  const agents = nodeAgents(manifests);
  return agents.length === 0 ? [] : [{
    title: 'The Agents on nodes reach the kubelet and the Cluster Agent',
    lines: [
      'The check `kubelet` is `[OK]`, and the part `Datadog Cluster Agent` says that it is connected. This asks one of them; give a pod to ask another.',
      ...block(agents.flatMap(({ manifest: { metadata } }) => {
        const [set, namespace] = [`daemonset/${metadata?.name}`, metadata?.namespace ?? ''];
        return [shellCommand('kubectl', 'rollout', 'status', '--namespace', namespace, set), exec(namespace, shellWord(set), AGENT, 'agent status')];
      })),
    ],
  }];
}

function clusterChecksRun({ model: { namespace, platform, delivery, features: { clusterChecks }, clusterCheckRunners } }: RunbookCluster): Link[] {
  const hasLeases = isAtLeast(platform.kubernetesVersion, KUBERNETES_FEATURES.leases.since);
  const lease = shellCommand('kubectl', 'get', `lease/${CLUSTER_AGENT.leaseName}`, '--namespace', namespace, '--output', 'jsonpath={.spec.holderIdentity}');
  const leader = `"pod/$(${lease})"`;
  return !clusterChecks ? [] : [{
    title: 'Cluster checks are handed out',
    lines: [
      `Every check stands below ${clusterCheckRunners ? 'a runner' : `an Agent of a node (${markdownCode(delivery.nodeAgent.name)})`}, and none is dangling. The leader knows.`,
      ...block([
        exec(namespace, hasLeases ? leader : `deployment/${CLUSTER_AGENT.name}`, CLUSTER_AGENT.containerName, 'agent clusterchecks'),
        ...clusterCheckRunners ? [
          shellCommand('kubectl', 'rollout', 'status', '--namespace', namespace, `deployment/${delivery.runners.name}`),
          exec(namespace, shellWord(`deployment/${delivery.runners.name}`), CLUSTER_CHECK_RUNNER.containerName, 'agent status'),
        ] : [],
      ]),
    ],
  }];
}

function features({ model: { features: { externalMetrics, admissionController } }, manifests }: RunbookCluster): Link[] {
  const logging = manifests.find('ConfigMap', LOG_ROUTER.namespace, LOG_ROUTER.configMap);
  return [
    ...externalMetrics ? [{
      title: 'External metrics are served',
      lines: ['`AVAILABLE` is `True`.', ...block([`kubectl get apiservice ${EXTERNAL_METRICS.version}.${EXTERNAL_METRICS.group}`])],
    }] : [],
    ...admissionController ? [{
      title: 'The webhook is registered',
      lines: ['The Cluster Agent makes it when it starts.', ...block([`kubectl get mutatingwebhookconfiguration ${ADMISSION_CONTROLLER.webhookName}`])],
    }] : [],
    ...logging ? [{
      title: "AWS's log router has its configuration",
      lines: [
        'New pods on Fargate have the annotation `Logging` with `LoggingEnabled`, or with the reason why not.',
        ...block([`kubectl get configmap/${LOG_ROUTER.configMap} --namespace ${LOG_ROUTER.namespace}`]),
      ],
    }] : [],
  ];
}

/** The API server is outside of the nodes' network where a provider runs it. */
function controlPlaneReaches(model: ClusterModel): Link[] {
  const calls = controlPlaneCalls(model);
  return calls.length === 0 ? [] : [{
    title: 'The API server reaches the Cluster Agent',
    lines: ['It connects to these ports, and a firewall or a security group between the control plane and the nodes has to let it:', '', ...calls.map(line => `- ${line}`)],
  }];
}

function podsRunOnFargate(sidecars: readonly SidecarWorkload[], namespace: string): Link {
  return {
    title: 'Pods get their node on Fargate',
    proof: 'fargate',
    lines: [
      'None is `Pending`. Events tell why one is.',
      ...block([...new Set([namespace, ...sidecars.map(s => s.namespace)])].flatMap(at => [
        shellCommand('kubectl', 'get', 'pods', '--namespace', at, '--field-selector', 'status.phase=Pending'),
        shellCommand('kubectl', 'get', 'events', '--namespace', at, '--field-selector', 'involvedObject.kind=Pod,type=Warning'),
      ])),
    ],
  };
}
