import { Section } from './cluster';
import { Link } from './links';
import { KNOWN_ERRORS } from '../../facts/known-errors';
import { ClusterModel } from '../../model/cluster-model';

/** What the well-known errors mean, as far as this cluster can have them. */
export function knownErrors({ clusterAgentTls }: ClusterModel, links: readonly Link[], anchor: (title: string) => string): Section {
  const titleOf = (proof: string) => links.find(link => link.proof === proof)?.title;
  const rows = KNOWN_ERRORS.flatMap(({ message, by, cause, proof, withTls, source }) => {
    const title = titleOf(proof);
    return title === undefined || (withTls && !clusterAgentTls) ? [] : [`| ${message} | ${by} | ${cause} ([source](${source})) | [${title}](#${anchor(title)}) |`];
  });
  return { title: 'What errors mean', lines: ['| message | from | cause | proof |', '|---|---|---|---|', ...rows] };
}
