import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { Affinity, Container, Volume } from 'kubernetes-types/core/v1';
import { componentLabels, componentSelector } from './labels';
import { restrictedPod } from './security-context';
import { ImageFact } from '../facts/agent-images';
import { Manifest } from '../manifest/manifest';
import { DeploymentModel } from '../model/cluster-model';

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
}

/** A Deployment of one of our components. */
export function deployment(options: DeploymentOptions): Manifest {
  const { name, namespace, component, deployment: { replicas, spread } } = options;
  // The chart's selector, so that a cluster can move from the chart without deleting the Deployment.
  const selector = { app: name };
  const spec: DeploymentSpec = {
    replicas,
    revisionHistoryLimit: 10,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    selector: { matchLabels: { ...selector } },
    template: {
      metadata: {
        labels: { ...componentLabels(component), ...selector, 'admission.datadoghq.com/enabled': 'false' },
        annotations: { ...options.annotations },
      },
      spec: {
        serviceAccountName: options.serviceAccountName,
        automountServiceAccountToken: true,
        securityContext: restrictedPod(options.image),
        nodeSelector: { 'kubernetes.io/os': 'linux' },
        ...spread && { affinity: apart(component) },
        initContainers: options.initContainers,
        containers: [options.container],
        volumes: options.volumes,
      },
    },
  };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace, labels: componentLabels(component) }, spec };
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
