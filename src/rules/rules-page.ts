import { Rule, Severity } from './rule';
import { table } from '../base/markdown';

/** Headings of groups, by the first part of their ids; others are headed by that part itself. */
const HEADINGS: { readonly [group: string]: string } = {
  'app': 'The app as a whole',
  'cluster': 'The cluster',
  'credentials': 'Keys, tokens and Secrets',
  'rbac': 'Permissions',
  'sidecar': 'The Agent in the pods of applications',
  'cluster-agent': 'The Cluster Agent',
  'sidecar-injection': 'Agents that are added when pods are made',
  'fargate': 'AWS Fargate',
  'placement': 'Which Agent serves which pod',
  'istio': 'Istio',
  'control-plane': 'Checks of the control plane',
};

const SEVERITIES: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'information' };

/** docs/rules.md. */
export function rulesPage(rules: readonly Rule[], immediate: { readonly [id: string]: string }, shared: readonly string[]): string {
  const groups = [...new Set(rules.map(groupOf))];
  return [
    INTRODUCTION,
    ...groups.map(group => section(group, rules.filter(rule => groupOf(rule) === group), shared)),
    IMMEDIATE,
    table(['Rule', 'What holds'], Object.keys(immediate).sort().map(id => [`\`${id}\``, immediate[id]])),
  ].join('\n\n') + '\n';
}

const INTRODUCTION = `<!-- Written by scripts/rules-page.js from src/rules and src/base/immediate-rules.ts. -->
# Rules

Every synthesis checks the finished manifests of the whole app, yours and those of this library, before a byte is
written. A finding says where, which rule, what is wrong and why, what to write instead, and the page that the rule rests
on:

\`\`\`
[shop/web] fargate/no-host-network: Deployment shop/web: 'hostNetwork' is true, and Fargate has no host network. Remove
it: every Fargate pod has an address of its own in the VPC. See https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
\`\`\`

Findings of one rule are one paragraph: the first one in full with the number of the others, then a line for each of those, with
the words that differ. One cause is one finding: where an Agent cannot be added to a pod, no rule says beside it that the Agent is missing.

| Severity | What it does |
|---|---|
| error | stops the synthesis; nothing is written |
| warning | is printed to standard error, and is in \`DatadogChart.summary()\` |
| information | is in \`DatadogChart.summary()\` alone |

## Findings in tests and CI

\`Findings.of(construct)\` returns the findings of the last synthesis at a construct and below it as data: rule, severity, path, object,
reason, remedy, link, and the reason of an acknowledgement. It works after a synthesis that failed, too.

\`Findings.failOnWarnings(construct)\` makes warnings there stop the synthesis. In CI, the env var
\`CDK8S_DATADOG_FAIL_ON_WARNINGS=true\` does so for every app. Acknowledged warnings do not stop it.

\`\`\`ts
import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Findings, FindingSeverity, Platform } from 'cdk8s-datadog';

const app = new App();
new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.existingSecret(),
});
try {
  app.synth();
} finally {
  // After a synthesis that failed, too.
  const found = Findings.of(app).filter(({ severity }) => severity !== FindingSeverity.INFO);
  console.log(JSON.stringify(found, undefined, 2));
}
\`\`\`

## Acknowledgements

Where you know better, accept the findings of a rule at a construct and everything below it. The summary keeps them, with
your reason. An acknowledgement that no finding needs is a warning, and in the summary too:

\`\`\`ts
import { App, Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { DatadogChart, DatadogCredentials, Findings, Platform } from 'cdk8s-datadog';

const app = new App();
new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.existingSecret(),
});
const legacy = new Chart(app, 'legacy', { namespace: 'legacy' });
new Deployment(legacy, 'web', { containers: [{ name: 'web', image: 'nginx:1.29' }] }); // cdk8s-plus requests less than it limits to
Findings.acknowledge(legacy, 'fargate/requests-equal-limits', 'the owners change it this month, ticket 4711');
app.synth();
\`\`\`

A rule does not apply where what it needs is not known: those of Fargate look at pods on Fargate, all of them on
\`Platform.eksFargate()\` and those that a declared profile takes on \`Platform.eks()\`.`;

const IMMEDIATE = `## Checked at once

Options, and what is given to \`instrument(...)\` and \`Autodiscovery\`, are held to these. They are thrown as an error where
the option is given, or told by the synthesis at the construct in question, and cannot be acknowledged: nothing that comes
later could mend them. Each error names the page that it rests on. Rules with a \`*\` above are checked at once as well.`;

function section(group: string, rules: readonly Rule[], shared: readonly string[]): string {
  const rows = rules.map(({ id, severity, title, link }) =>
    [`\`${id}\`${shared.includes(id) ? ' *' : ''}`, SEVERITIES[severity], title, `[page](${link})`]);
  return `## ${HEADINGS[group] ?? heading(group)}\n\n${table(['Rule', 'Severity', 'What holds', 'Rests on'], rows)}`;
}

function heading(group: string): string {
  return group[0].toUpperCase() + group.slice(1).replaceAll('-', ' ');
}

function groupOf({ id }: Rule): string {
  return id.split('/')[0];
}
