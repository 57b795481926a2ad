import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { KubeObject } from './manifests';

/** Wrong in one letter. A server that takes it would take anything, and every other check would mean nothing. */
const WRONG: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'e2e-control', namespace: 'default' },
  spec: {
    selector: { matchLabels: { app: 'e2e-control' } },
    template: {
      metadata: { labels: { app: 'e2e-control' } },
      spec: { containers: [{ name: 'main', image: 'example.com/image:1', imagePullPolicyy: 'Always' }] },
    },
  },
};

export async function wrongManifestIsRefused(kubectl: Kubectl, api: KubeApi): Promise<string> {
  const outcome = await kubectl.apply([WRONG]);
  const { status } = await api.request('/apis/apps/v1/namespaces/default/deployments/e2e-control');
  if (outcome.ok || status !== 404) {
    await kubectl.delete([WRONG], '--ignore-not-found');
    throw new Error('A Deployment with the unknown field imagePullPolicyy was accepted.');
  }
  // Refused for another reason, or by kubectl before the server saw it: then this control controls nothing.
  if (!/^Error from server.*imagePullPolicyy/.test(outcome.errors)) throw new Error(`Not refused by the server for it: ${outcome.errors}`);
  return 'imagePullPolicyy is not accepted';
}
