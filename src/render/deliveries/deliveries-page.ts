import { DeliveryTable } from './delivery-tables';
import { table } from '../../base/markdown';
import { Coverage } from '../../parts/delivery-coverage';
import { ableTo } from '../../parts/delivery-limit';

const INTRODUCTION = `<!-- Written by scripts/deliveries-page.js from src/render/deliveries, src/render/operator and src/render/helm-values. -->
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
    'Plain manifests do all of them. Fields and keys are those of the `DatadogAgent` below `spec`, and of the values.',
    table(['Option', ...tables.map(({ delivery }) => sentence(delivery.title))], options(tables)),
  ].join('\n\n') + '\n';
}

function limitsOf({ delivery, limits }: DeliveryTable): string {
  const rows = limits.map(limit => [`\`${limit.option}\``, limit.reason, ableTo(limit).join(', ')]);
  return `### ${sentence(delivery.title)}: limits\n\n${table(['Option', 'Why', 'Who can'], rows)}`;
}

function differencesOf({ delivery, coverage, differences }: DeliveryTable): string {
  const given = Object.entries(coverage)
    .flatMap(([path, { difference }]) => difference === undefined ? [] : [{ difference, option: optionOf(path) }]);
  const lines = [...new Set(given.map(({ difference }) => difference))].map(difference => {
    const named = [...new Set(given.filter(g => g.difference === difference).map(g => `\`${g.option}\``))];
    return `- ${named.join(', ')}: ${difference}`;
  });
  return `### ${sentence(delivery.title)}: differences\n\n${[...differences.map(text => `- ${text}`), ...lines].join('\n')}`;
}

/** A row for each option; fields of it that go the same ways share one. */
function options(tables: readonly DeliveryTable[]): string[][] {
  const rows = new Map<string, string[][]>();
  for (const path of Object.keys(tables[0].coverage)) {
    const cells = tables.map(({ coverage }) => describe(coverage[path]));
    const option = optionOf(path);
    const known = rows.get(option) ?? [];
    if (!known.some(other => other.join() === cells.join())) rows.set(option, [...known, cells]);
  }
  return [...rows].flatMap(([option, cells]) => cells.map(row => [`\`${option}\``, ...row]));
}

function describe(coverage: Coverage | undefined): string {
  if (!coverage) return '';
  if ('keys' in coverage) return coverage.keys.map(key => `\`${key}\``).join(', ');
  if ('companion' in coverage) return `beside it: ${coverage.companion}`;
  return 'outside' in coverage ? coverage.outside : `**no**: ${coverage.cannot}`;
}

/** As users write it: features of the Agents and of the cluster are one part of the options, and members of lists have no name. */
function optionOf(path: string): string {
  return path.replaceAll('[]', '').replace(/^platform\.fact$/, 'platform');
}

function sentence(title: string): string {
  return title[0].toUpperCase() + title.slice(1);
}
