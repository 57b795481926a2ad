import { DeliveryTable } from './delivery-tables';
import { noteOf } from './option-keys';
import { table } from '../../base/markdown';
import { CoverageNote } from '../../parts/delivery-coverage';
import { ableTo } from '../../parts/delivery-limit';

const INTRODUCTION = `<!-- Written by scripts/deliveries-page.js from src/render/deliveries, the features, and the limits and notes of each delivery. -->
# Deliveries

One description of a cluster, and four ways to get it there:

| Delivery | Construct | Who makes the pods of Datadog |
|---|---|---|
| plain manifests | \`DatadogChart\` | the manifests themselves: kubectl, Argo CD or Flux apply them |
| Datadog Operator | \`DatadogOperatorChart\` | the Operator, from a \`DatadogAgent\` |
| Helm chart | \`DatadogHelmChart\` | Datadog's chart, from \`values()\` |
| Argo CD | \`DatadogArgoCd\` | an \`Application\` or \`ApplicationSet\`, for the Helm chart or for a folder of a repository with the manifests of any of the others |

The charts take the same properties and have the same methods, so changing the delivery is changing the name of the class:

\`\`\`ts
import { App } from 'cdk8s';
import { DatadogChartProps, DatadogCredentials, DatadogOperatorChart, Platform } from 'cdk8s-datadog';

const cluster: DatadogChartProps = {
  platform: Platform.eks(),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.existingSecret(),
};

const app = new App();
new DatadogOperatorChart(app, 'datadog', cluster);
app.synth();
\`\`\`

Operator and chart make the Cluster Agent, the cluster check runners and the node Agents. What surrounds them they do not make, so it
is in the output with every delivery: sidecars in the pods of applications, with their permissions and accounts; the Secrets in
every namespace that needs them; network policies; the fixed address of the Cluster Agent; Services, permissions and certificates of
the control plane; what Istio and AWS's log router need. Rules check all of it, and the pods that come of the \`DatadogAgent\` or
the values as if they stood in the output.

What a delivery cannot be told is an error where it is asked for, with the option and the deliveries that can. Objects that somebody else
makes cannot be patched: \`apiObjects\` has what is in the output.`;

/** docs/deliveries.md. */
export function deliveriesPage(tables: readonly DeliveryTable[]): string {
  return [
    INTRODUCTION,
    '## What cannot be said',
    ...tables.map(limitsOf),
    '## What comes out otherwise',
    ...tables.map(differencesOf),
    '## What is in the output beside the objects of plain manifests',
    ...tables.map(({ delivery, ownObjects }) => `### ${sentence(delivery.title)}: objects\n\n${ownObjects.map(({ reason }) => `- ${reason}`).join('\n')}`),
    '## Every option',
    'Plain manifests do all of them. Fields are those of the `DatadogAgent` below `spec`, and keys those of the values. A change of the option changes '
      + 'one or more of them; where there are many, `.*` stands for those below.',
    table(['Option', ...tables.map(({ delivery }) => sentence(delivery.title))], options(tables)),
  ].join('\n\n') + '\n';
}

function limitsOf({ delivery, limits }: DeliveryTable): string {
  const rows = limits.map(limit => [`\`${limit.option}\``, limit.reason, ableTo(limit).join(', ')]);
  return `### ${sentence(delivery.title)}: limits\n\n${table(['Option', 'Why', 'Who can'], rows)}`;
}

function differencesOf({ delivery, notes, differences }: DeliveryTable): string {
  const given = Object.entries(notes).flatMap(([path, { difference }]) => difference === undefined ? [] : [{ difference, option: optionOf(path) }]);
  const lines = [...new Set(given.map(({ difference }) => difference))].map(difference => {
    const named = given.filter(g => g.difference === difference).map(g => `\`${g.option}\``);
    return `- ${named.join(', ')}: ${difference}`;
  });
  return `### ${sentence(delivery.title)}: differences\n\n${[...differences.map(text => `- ${text}`), ...lines].join('\n')}`;
}

/** A row for each option; one below a note that is for all of them has none of its own. */
function options(tables: readonly DeliveryTable[]): string[][] {
  const paths = Object.keys(tables[0].keys);
  const rows = paths.map(path => [`\`${optionOf(path)}\``, ...tables.map(({ keys, notes }) => describe(keys[path], noteOf(notes, path)))]);
  // Options beside each other that go the same ways by words alone, such as those of sidecars, are one row.
  const groups = new Map<string, string[]>();
  const isWords = (cells: readonly string[]) => cells.every(cell => !cell.startsWith('`'));
  rows.forEach(([option, ...cells], at) => {
    const top = isWords(cells) && paths[at].includes('.') ? `${paths[at].split('.')[0]} ${cells.join()}` : option;
    groups.set(top, [...groups.get(top) ?? [], option]);
  });
  return [...groups.values()].map(named => [named.join(', '), ...rows.find(([option]) => option === named[0])!.slice(1)]);
}

const MANY = 6;

function describe(keys: readonly string[], { companion, outside, cannot }: CoverageNote): string {
  if (keys.length > 0) {
    const plain = [...new Set(keys.map(key => key.replace(/\[.*$/, '')))];
    const parts = plain.length <= MANY ? plain : [...new Set(plain.map(key => partOf(key, plain)))];
    return parts.map(key => `\`${key}\``).join(', ');
  }
  if (companion) return `beside it: ${companion}`;
  return outside ?? `**no**: ${cannot}`;
}

/** The first two steps of the key, where more keys begin so. */
function partOf(key: string, keys: readonly string[]): string {
  const part = key.split('.').slice(0, 2).join('.');
  return keys.filter(other => other.startsWith(`${part}.`)).length > 1 ? `${part}.*` : key;
}

/** Members of lists have no name. */
function optionOf(path: string): string {
  return path.replaceAll('[]', '');
}

function sentence(title: string): string {
  return title[0].toUpperCase() + title.slice(1);
}
