import { RunbookCluster, Section } from './cluster';
import { deployed } from './deployed';
import { knownErrors } from './known-errors';
import { links } from './links';
import { rotation } from './rotation';
import { markdownText } from '../../base/markdown';

/** What was deployed on this very cluster, how each link of it is proven, what errors mean, and how the token is rotated; as Markdown. */
export function runbook(cluster: RunbookCluster): string {
  const { model } = cluster;
  const proven = links(cluster);
  const lines = [
    `# Datadog on ${markdownText(model.clusterName)}`,
    '',
    `Written by cdk8s-datadog for ${markdownText(model.platform.fact.name)}, Kubernetes ${model.platform.kubernetesVersion}, Agent ${markdownText(model.agentVersion)}, site ${markdownText(model.site)}. It is for the manifests that were synthesized with it; write it anew when they change. It shows no value of a Secret, and its commands print none.`,
    '',
    ...model.platform.fact.notFor === undefined ? [] : [`${model.platform.fact.notFor}.`, ''],
    'The commands ask the cluster of the current context:',
    '',
    '```sh',
    'kubectl config current-context',
    '```',
    ...section(2, deployed(cluster)),
    '',
    '## Does each link work',
    '',
    'One rests on the one before, so begin at the top.',
    ...proven.flatMap(link => section(3, link)),
    ...section(2, knownErrors(model, proven, anchor)),
    ...section(2, rotation(cluster)),
    '',
  ];
  return lines.filter((line, at) => line !== '' || lines[at - 1] !== '').join('\n');
}

function section(level: number, { title, lines }: Section): string[] {
  return ['', `${'#'.repeat(level)} ${title}`, '', ...lines];
}

/** Of a heading, as GitHub makes it. */
function anchor(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
}
