import { ADMISSION_LABEL, ADMISSION_PREFIX } from '../../facts/admission-controller';
import { clusterAgents } from '../../manifest/cluster-agents';
import { allContainers } from '../../manifest/containers';
import { LocatedPods } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { isObject } from '../../manifest/objects-in';
import { isOff } from '../observing-agents';
import { Rule } from '../rule';
import { quoted } from '../words';

export const admissionIsOn: Rule = {
  id: 'cluster-agent/admission-is-on',
  severity: 'warning',
  title: 'Where pods ask the admission controller of the Cluster Agent for something, it is on.',
  link: ADMISSION_PREFIX.source,
  check: ({ manifests }) => {
    const agents = clusterAgents(manifests).flatMap(({ pod }) => allContainers(pod));
    if (agents.length === 0 || !isOff(agents, 'DD_ADMISSION_CONTROLLER_ENABLED')) return [];
    return manifests.pods.filter(at => !isDatadogs(at)).flatMap(at => {
      const wishes = wishesOf(at);
      return wishes.length === 0 ? [] : [{
        at,
        reason: `${quoted(wishes)} of its pods ${wishes.length === 1 ? 'is a wish' : 'are wishes'} to the admission controller of the Cluster Agent, which is off, so the pods start without what they ask for`,
        remedy: `Set 'features: { admissionController: { enabled: true } }' on the cluster, or remove ${wishes.length === 1 ? 'it' : 'them'} from the pod template`,
      }];
    });
  },
};

/** A pod that says `false` asks for nothing. */
function wishesOf({ template: { metadata } }: LocatedPods): string[] {
  const labels = entries(metadata?.labels);
  if (labels.some(([name, value]) => name === ADMISSION_LABEL.name && value === 'false')) return [];
  return [...labels, ...entries(metadata?.annotations)].map(([name]) => name).filter(name => name.startsWith(ADMISSION_PREFIX.value));
}

function entries(map: unknown): Array<[string, unknown]> {
  return isObject(map) ? Object.entries(map) : [];
}
