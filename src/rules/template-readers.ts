import type { Container } from 'kubernetes-types/core/v1';
import { agentsFor } from './observing-agents';
import { RuleContext } from './rule';
import { CheckText } from '../manifest/check-texts';
import { clusterAgents } from '../manifest/cluster-agents';
import { allContainers } from '../manifest/containers';

/** The containers that may fill in the variables of a check; none where the manifests do not tell. Of a file, every container of the pod that mounts it: one may copy it for another. */
export function readersOf({ reader }: CheckText, context: RuleContext): readonly Container[] {
  switch (reader.kind) {
    case 'pod': return agentsFor(reader.workload, context);
    case 'service': return clusterAgents(context.manifests).flatMap(({ pod }) => allContainers(pod));
    case 'file': return allContainers(reader.loader.pod);
  }
}

/** For sentences. */
export const READER_IN_WORDS: { readonly [kind in CheckText['reader']['kind']]: string } = {
  pod: 'the Agent of the pod',
  service: 'the Cluster Agent',
  file: 'the workload that mounts the file',
};
