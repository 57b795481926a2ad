import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { resolveSidecarInjection, SidecarInjectionDescription, SidecarInjectionModel } from '../../../src/model/sidecar-injection';
import { clusterModel } from '../models';

/** An injection with defaults but for what is given: for pods of `shop` with a label, by Kubernetes itself. */
export function injectionModel(given: Partial<SidecarInjectionDescription> = {}, cluster: Partial<ClusterDescription> = {}): SidecarInjectionModel {
  const platform = { fact: PLATFORMS.eksFargate, kubernetesVersion: '1.36' };
  return resolveSidecarInjection(
    { via: { kind: 'mutatingAdmissionPolicy' }, namespaces: ['shop'], podLabels: { team: 'shop' }, ...given },
    clusterModel({ platform, ...cluster }),
  );
}

/** By the webhook of the Cluster Agent. */
export function webhookModel(given: Partial<SidecarInjectionDescription> = {}, cluster: Partial<ClusterDescription> = {}): SidecarInjectionModel {
  const { features, ...more } = cluster;
  return injectionModel(
    { via: { kind: 'datadogWebhook' }, serviceAccounts: [{ namespace: 'shop', name: 'web' }], ...given },
    { features: { admissionController: { enabled: true }, ...features }, ...more },
  );
}
