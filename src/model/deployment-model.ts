import { ResourcesModel } from './resources-model';
import { OPTION_VALUES } from '../facts/option-values';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { requireKnown } from '../requirements/known';
import { requireQualifiedNames } from '../requirements/label-key';
import { requireNodeSelector } from '../requirements/node-selector';
import { requirePodLabels } from '../requirements/pod-labels';
import { requirePriorityClass } from '../requirements/priority-class';
import { requireCpu, requireMemory } from '../requirements/quantity';
import { requireReplicas } from '../requirements/replicas';
import { requireSecretName } from '../requirements/secret';
import { requireStrings } from '../requirements/strings';
import { requireTolerations } from '../requirements/tolerations';
import { EnvOwner, requireUserEnv, requireUserSecretEnv } from '../requirements/user-env';
import { requireVolumeMounts, requireVolumes } from '../requirements/volumes';

/** What a user says of a Deployment of ours; left out, the default. */
export interface DeploymentDescription extends Partial<PodModel> {
  readonly replicas?: number;
  readonly cpu?: string;
  readonly memory?: string;
  readonly topologySpreadConstraints?: readonly any[];
}

export interface DeploymentModel extends PodModel {
  readonly replicas: number;
  readonly resources: ResourcesModel;
  readonly topologySpreadConstraints: readonly any[];
  /** Pods keep away from each other's nodes where they can. */
  readonly spread: boolean;
}

/** What users add to our pods. Kubernetes JSON is theirs and passed on as it is. */
export interface PodModel {
  readonly nodeSelector: { readonly [label: string]: string };
  readonly tolerations: readonly any[];
  /** In place of ours; absent where ours stays. */
  readonly affinity?: any;
  readonly priorityClassName?: string;
  readonly podAnnotations: { readonly [name: string]: string };
  readonly podLabels: { readonly [name: string]: string };
  readonly serviceAccountAnnotations: { readonly [name: string]: string };
  /** Names of Secrets. */
  readonly imagePullSecrets: readonly string[];
  /** Env vars that the user sets; they win. */
  readonly env: { readonly [name: string]: string };
  readonly secretEnv: readonly SecretEnvModel[];
  readonly volumes: readonly any[];
  readonly volumeMounts: readonly any[];
  /** As DD_LOG_LEVEL has it; absent where the Agent chooses. */
  readonly logLevel?: string;
}

/** An env var whose value is in a Secret beside the pod. */
export interface SecretEnvModel {
  readonly name: string;
  readonly secretName: string;
  readonly secretKey: string;
}

const { logLevel: LOG_LEVELS } = OPTION_VALUES;
const DEFAULT_REPLICAS = 2;

export function resolveDeployment(name: string, given: DeploymentDescription, platform: PlatformFact): DeploymentModel {
  return {
    ...resolvePod(name, 'deployments', given),
    replicas: requireReplicas(name, given.replicas ?? DEFAULT_REPLICAS),
    resources: {
      cpu: requireCpu(name, given.cpu ?? platform.deploymentResources.cpu),
      memory: requireMemory(name, given.memory ?? platform.deploymentResources.memory),
    },
    spread: platform.nodes,
    topologySpreadConstraints: given.topologySpreadConstraints ?? [],
  };
}

/** What users add to pods of ours, checked. `owner` says which env vars are not theirs. */
export function resolvePod(name: string, owner: EnvOwner, given: Partial<PodModel>): PodModel {
  const strings = (option: string, values: { readonly [name: string]: string } = {}) =>
    requireStrings(`'${option}' of ${name}`, values);
  return {
    nodeSelector: requireNodeSelector(name, strings('nodeSelector', given.nodeSelector)),
    tolerations: requireTolerations(name, given.tolerations ?? []),
    ...given.affinity && { affinity: given.affinity },
    ...given.priorityClassName !== undefined && { priorityClassName: requirePriorityClass(name, given.priorityClassName) },
    podAnnotations: requireQualifiedNames(`'podAnnotations' of ${name}`, strings('podAnnotations', given.podAnnotations)),
    podLabels: requirePodLabels(strings('podLabels', given.podLabels)),
    serviceAccountAnnotations: requireQualifiedNames(
      `'serviceAccountAnnotations' of ${name}`, strings('serviceAccountAnnotations', given.serviceAccountAnnotations)),
    imagePullSecrets: (given.imagePullSecrets ?? []).map(secret => requireSecretName(`imagePullSecrets of ${name}`, secret)),
    env: requireUserEnv(name, owner, given.env ?? {}),
    secretEnv: requireUserSecretEnv(name, owner, given.secretEnv ?? [], given.env ?? {}),
    volumes: requireVolumes(name, given.volumes ?? []),
    volumeMounts: requireVolumeMounts(name, given.volumeMounts ?? []),
    ...given.logLevel !== undefined && { logLevel: requireKnown(`'logLevel' of ${name}`, given.logLevel, LOG_LEVELS.values, LOG_LEVELS.source) },
  };
}
