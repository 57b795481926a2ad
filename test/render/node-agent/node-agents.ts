import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { Manifest } from '../../../src/manifest/manifest';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { NodeAgentPart } from '../../../src/parts/node-agent-part';
import { nodeAgentManifests } from '../../../src/render/node-agent/manifests';
import { clusterModel } from '../models';

/** The node Agents of a cluster with EC2 nodes and with defaults but for what is given. */
export function nodeAgents(description: Partial<ClusterDescription> = {}, parts: readonly NodeAgentPart[] = []) {
  return viewOf(nodeAgentManifests(clusterModel({ platform: { fact: PLATFORMS.eks }, ...description }), parts));
}

export function viewOf(manifests: readonly Manifest[]) {
  const ofKind = (kind: string) => manifests.filter(m => m.kind === kind);
  const daemonSet = ofKind('DaemonSet')[0];
  const { spec: pod } = daemonSet.spec.template;
  const container = (name: string) => [...pod.initContainers, ...pod.containers].find((c: any) => c.name === name);
  return {
    manifests,
    ofKind,
    daemonSet,
    pod,
    container,
    names: [...pod.initContainers, ...pod.containers].map((c: any) => c.name),
    /** The literal env vars of a container. */
    env: (name: string) => Object.fromEntries((container(name).env ?? []).map((e: any) => [e.name, e.value ?? e.valueFrom])),
    /** `path: volume` of each mount, `rw` behind it where it can be written. */
    mounts: (name: string) => (container(name).volumeMounts ?? []).map((m: any) => `${m.mountPath}: ${m.name}${m.readOnly ? '' : ' rw'}`).sort(),
    volume: (name: string) => pod.volumes.find((v: any) => v.name === name),
  };
}
