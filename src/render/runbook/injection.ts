import { block, Section } from './cluster';
import { shellCommand } from '../../base/shell';
import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { MANAGED_BY_LABEL } from '../../facts/labels';
import { allContainers, envValue } from '../../manifest/containers';
import { Manifest } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';

/** Kinds of policies that change pods when they are made. */
const POLICIES = ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingPolicy', 'ClusterPolicy'];

/** What gives an Agent to pods that are in no manifest of the app. */
export function injectionLinks(manifests: ManifestSet): Section[] {
  const policies = POLICIES.flatMap(kind => manifests.ofKind(kind).map(({ manifest }) => manifest).filter(changesPods));
  const webhook = manifests.pods.some(({ pod }) => allContainers(pod).some(c => envValue(c, 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED') === 'true'));
  return policies.length === 0 && !webhook ? [] : [{
    title: 'Pods that other people make get their Agent',
    lines: [
      'Pods that run already keep what they have: restart their workload. Then they have the container of the Agent. Kubernetes starts a pod without it where this is not there, or fails.',
      ...block([
        ...policies.map(({ kind, metadata }) => shellCommand('kubectl', 'get', `${kind.toLowerCase()}/${metadata?.name}`)),
        ...webhook ? [`kubectl get mutatingwebhookconfiguration ${ADMISSION_CONTROLLER.webhookName} --output jsonpath='{.webhooks[*].name}'`] : [],
      ]),
    ],
  }];
}

/** A policy of ours, and not the one that copies Secrets. */
function changesPods({ kind, metadata, spec }: Manifest): boolean {
  const ours = metadata?.labels?.[MANAGED_BY_LABEL.name] === MANAGED_BY_LABEL.value;
  return ours && (kind !== 'ClusterPolicy' || (Array.isArray(spec?.rules) && spec.rules.some((rule: any) => rule?.mutate !== undefined)));
}
