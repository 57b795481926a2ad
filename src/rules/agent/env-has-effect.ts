import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT, COMPONENT_LABEL } from '../../facts/cluster-agent';
import { AgentProgram, ENV_NEEDS, EnvNeedFact, SECRET_BACKEND } from '../../facts/env-needs';
import { HOST_FEATURES } from '../../facts/host-features';
import { allContainers, fargateAgents, literalEnv } from '../../manifest/containers';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { ManifestSet } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { objectsIn } from '../../manifest/objects-in';
import { grants } from '../../manifest/rbac';
import { Breach, Rule } from '../rule';

/** Values that the Agent reads as true. */
const YES = /^(true|t|1)$/i;

export const envHasEffect: Rule = {
  id: 'agent/env-has-effect',
  severity: 'warning',
  title: 'An env var that switches on a feature of an Agent has what the feature needs: a container, folders of the node or a permission.',
  link: ENV_NEEDS[0].source,
  check: ({ manifests }) => manifests.pods.filter(at => isDatadogs(at) || manifests.sidecars.includes(at)).flatMap((at): Breach[] => {
    const ours = isDatadogs(at);
    const ofCluster = podLabelsOf(at)[COMPONENT_LABEL.name] === CLUSTER_AGENT.component;
    const containers = ours ? allContainers(at.pod) : fargateAgents(at.pod);
    const faults = ENV_NEEDS.filter(fact => ours || !HOST_FEATURES.some(({ env }) => env === fact.env)).flatMap(fact => {
      const found = containers.find(c => YES.test(literalEnv(c, fact.env) ?? ''));
      const missing = !found ? [] : ofCluster ? missingOfClusterAgent(fact, manifests) : missingOf(fact, at.pod);
      return missing.length === 0 ? [] : [{
        reason: `the env var ${fact.env} of the container '${found!.name}' switches on ${fact.name}, which needs ${listOf(missing)}, so it has no effect`,
        remedy: fact.instead,
      }];
    });
    return [...faults, ...secretBackendFaults(containers, at.pod, manifests)].map(fault => ({ at, ...fault }));
  }),
};

/** The Cluster Agent reads objects of the cluster, and has no part in what is done on nodes. */
function missingOfClusterAgent({ permission }: EnvNeedFact, manifests: ManifestSet): string[] {
  if (!permission) return ['an Agent on a node, and the Cluster Agent is none'];
  const granted = manifests.ofKind('ClusterRole').some(({ manifest }) => grants(manifest, permission));
  return granted ? [] : [`the permission to ${permission.verb} ${permission.resource}`];
}

function missingOf({ programs, hostPaths, hostPid }: EnvNeedFact, pod: PodSpec): string[] {
  return [
    ...programs && !programs.some(program => allContainers(pod).some(c => runs(program, c))) ? [`a container that runs the ${programs.join(' or the ')}`] : [],
    ...hostPaths && !hostPaths.some(path => mountsFromNode(path, pod)) ? [`the folder ${hostPaths.join(' or ')} of the node`] : [],
    ...hostPid && pod.hostPID !== true ? ['hostPID: true'] : [],
  ];
}

function runs(program: AgentProgram, { name, command, args }: Container): boolean {
  return name === program || [command, args].flat().some(word => typeof word === 'string' && word.split('/').at(-1) === program);
}

function mountsFromNode(path: string, pod: PodSpec): boolean {
  return objectsIn(pod.volumes).some(({ name, hostPath }) => {
    const folder: unknown = hostPath?.path;
    return typeof folder === 'string' && isIn(path, folder) && allContainers(pod).some(c => objectsIn(c.volumeMounts).some(m => m.name === name));
  });
}

/** True for a path in a folder, or the folder itself. */
function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function secretBackendFaults(containers: readonly Container[], pod: PodSpec, manifests: ManifestSet): Array<Pick<Breach, 'reason' | 'remedy'>> {
  const using = containers.find(c => literalEnv(c, SECRET_BACKEND.command) ?? literalEnv(c, SECRET_BACKEND.type));
  if (!using) return [];
  const command = literalEnv(using, SECRET_BACKEND.command);
  const mounts = objectsIn(using.volumeMounts);
  const known: readonly string[] = SECRET_BACKEND.programs;
  if (command !== undefined && !known.includes(command) && !mounts.some(m => typeof m.mountPath === 'string' && isIn(command, m.mountPath))) {
    return [{
      reason: `the env var ${SECRET_BACKEND.command} of the container '${using.name}' names the program '${command}', which is not in the image and not in a volume, so the Agent resolves no ENC[...]`,
      remedy: `Mount the program with 'volumes' and 'volumeMounts', or write one of ${known.join(', ')}`,
    }];
  }
  const readers: readonly string[] = SECRET_BACKEND.kubernetes;
  if (!readers.includes(command ?? literalEnv(using, SECRET_BACKEND.type)!)) return [];
  if (mountsSecret(using, pod) || grantsSecrets(manifests)) return [];
  return [{
    reason: `the container '${using.name}' resolves ENC[...] from Secrets of Kubernetes, and no Role or ClusterRole of the app grants 'get' on Secrets`,
    remedy: 'Bind a Role with get on these Secrets to its ServiceAccount, or mount the Secrets and write ENC[file@/path]',
  }];
}

/** A Secret in a volume, which the multi-provider program reads by `ENC[file@/path]`. */
function mountsSecret(container: Container, pod: PodSpec): boolean {
  const secrets = objectsIn(pod.volumes).filter(volume => volume.secret !== undefined).map(({ name }) => name);
  return objectsIn(container.volumeMounts).some(({ name }) => secrets.includes(name));
}

/** Also by name: which Secrets the handles name is not known here. */
function grantsSecrets(manifests: ManifestSet): boolean {
  return ['Role', 'ClusterRole'].flatMap(kind => manifests.ofKind(kind)).some(({ manifest }) => {
    const rules = objectsIn<Record<string, unknown>>(manifest.rules).map(({ resourceNames: _, ...rule }) => rule);
    return grants({ ...manifest, rules }, { apiGroup: '', resource: 'secrets', verb: 'get' });
  });
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
