import { COMPONENT_LABEL } from '../facts/cluster-agent';
import { PAGES } from '../facts/pages';
import { isPrivileged } from '../manifest/containers';
import { podLabelsOf, runsOnFargate } from '../manifest/fargate-reach';
import { Manifest } from '../manifest/manifest';
import { isForWindows, NodeSelectorOfRuntimeClass } from '../manifest/pod-os';
import { PodTemplate } from '../manifest/pod-template';
import { ClusterModel } from '../model/cluster-model';
import { connectToNodeAgent } from '../render/node-agent/application';
import { nodeIntakes, NoSockets } from '../render/node-agent/intakes';

/** How the workloads of a target are covered: each by a sidecar, or each by what serves its pods where they run. */
export type Cover = 'sidecar' | 'placement';

/** The pods of the workload get the Agent as a container of their own. */
export function getsSidecar(manifest: Manifest, template: PodTemplate, { platform }: ClusterModel, cover: Cover): boolean {
  return cover === 'sidecar' || !platform.fact.nodes
    || runsOnFargate({ manifest, template }, { fargate: platform.fargate, profiles: platform.fargateProfiles });
}

/** The template of a workload on nodes, with the way to the Agent there. Datadog's own pods, and those on Windows, where there is no Agent, are left as they are. */
export function onNode(
  template: PodTemplate,
  model: ClusterModel,
  noSockets: NoSockets | undefined,
  nodeSelectorOf?: NodeSelectorOfRuntimeClass,
): PodTemplate {
  if (Object.hasOwn(podLabelsOf({ template }), COMPONENT_LABEL.name) || isForWindows(template.spec, nodeSelectorOf)) return template;
  return connectToNodeAgent(template, model, nodeIntakes(model, noSockets ?? noSocketsOn(model, template)));
}

/** Why the platform gives the pod itself no sockets; undefined where it may have them, or its namespace decides. */
function noSocketsOn({ platform: { fact } }: ClusterModel, { spec }: PodTemplate): NoSockets | undefined {
  return fact.noSockets?.unless === 'pod-is-privileged' && !isPrivileged(spec) ? { reason: fact.noSockets.reason, link: fact.noSockets.source } : undefined;
}

/** What is said where somebody chose ports for a target. */
export const PORTS_CHOSEN: NoSockets = { reason: 'ports were chosen for it', link: PAGES.nodeConnection.source };
