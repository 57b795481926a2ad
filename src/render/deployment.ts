import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { Affinity, Container, PodSecurityContext, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { hostReadingContainer, hostReadingPod, restrictedPod, restrictedPodOfPlatform } from './security-context';
import { requireRoomForVolumes } from './volume-room';
import { ADMISSION_LABEL } from '../facts/admission-controller';
import { ImageFact } from '../facts/agent-images';
import { Manifest } from '../manifest/manifest';
import { DeploymentModel } from '../model/deployment-model';
import { value, withUserEnv } from '../parts/container-env';
import { componentLabels, componentSelector } from '../parts/labels';

export interface DeploymentOptions {
  readonly name: string;
  readonly namespace: string;
  readonly component: string;
  readonly image: ImageFact;
  readonly deployment: DeploymentModel;
  readonly serviceAccountName: string;
  readonly annotations: { readonly [name: string]: string };
  readonly initContainers: Container[];
  readonly container: Container;
  readonly volumes: Volume[];
  /** The platform gives pods their user. */
  readonly userOfPlatform?: boolean;
}

/** A Deployment of one of our components, with what the user adds to its pods. */
export function deployment(options: DeploymentOptions): Manifest {
  const { name, namespace, component, deployment: given } = options;
  // The chart's selector, so that a cluster can move from the chart without deleting the Deployment.
  const selector = { app: name };
  const spec: DeploymentSpec = {
    replicas: given.replicas,
    revisionHistoryLimit: 10,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    selector: { matchLabels: { ...selector } },
    template: {
      metadata: {
        labels: { ...componentLabels(component), ...selector, [ADMISSION_LABEL.name]: 'false', ...given.podLabels },
        annotations: { ...given.podAnnotations, ...options.annotations },
      },
      spec: {
        serviceAccountName: options.serviceAccountName,
        automountServiceAccountToken: true,
        securityContext: podSecurity(options),
        ...scheduling(component, given),
        ...given.imagePullSecrets.length > 0 && { imagePullSecrets: given.imagePullSecrets.map(secret => ({ name: secret })) },
        initContainers: options.initContainers,
        containers: [withAdditions(mainContainer(options), given)],
        volumes: [...options.volumes, ...additionalVolumes(options)],
      },
    },
  };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace, labels: componentLabels(component) }, spec };
}

/** Volumes of the user's do not count: for them, the user chooses. */
function readsHost({ volumes }: DeploymentOptions): boolean {
  return volumes.some(v => v.hostPath);
}

function mainContainer(options: DeploymentOptions): Container {
  return readsHost(options) ? { ...options.container, securityContext: hostReadingContainer() } : options.container;
}

function podSecurity(options: DeploymentOptions): PodSecurityContext {
  if (readsHost(options)) return hostReadingPod();
  return options.userOfPlatform ? restrictedPodOfPlatform() : restrictedPod(options.image);
}

function scheduling(component: string, given: DeploymentModel): Partial<PodSpec> {
  const { tolerations, topologySpreadConstraints, priorityClassName, spread } = given;
  const affinity = given.affinity ?? (spread ? apart(component) : undefined);
  return {
    nodeSelector: { 'kubernetes.io/os': 'linux', ...given.nodeSelector },
    ...affinity && { affinity },
    ...tolerations.length > 0 && { tolerations: [...tolerations] },
    ...topologySpreadConstraints.length > 0 && { topologySpreadConstraints: [...topologySpreadConstraints] },
    ...priorityClassName !== undefined && { priorityClassName },
  };
}

function withAdditions(container: Container, given: DeploymentModel): Container {
  const { logLevel } = given;
  const env = [...container.env ?? [], ...logLevel === undefined ? [] : [value('DD_LOG_LEVEL', logLevel)]];
  return {
    ...container,
    env: withUserEnv(env, given),
    volumeMounts: [...container.volumeMounts ?? [], ...given.volumeMounts],
  };
}

function additionalVolumes({ deployment: { volumes, volumeMounts }, ...options }: DeploymentOptions): readonly Volume[] {
  requireRoomForVolumes({ volumes: options.volumes, volumeMounts: options.container.volumeMounts ?? [] }, { volumes, volumeMounts });
  return volumes;
}

/** Prefers a node that runs no pod of the component yet. */
function apart(component: string): Affinity {
  return {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{
        weight: 50,
        podAffinityTerm: { labelSelector: { matchLabels: componentSelector(component) }, topologyKey: 'kubernetes.io/hostname' },
      }],
    },
  };
}
