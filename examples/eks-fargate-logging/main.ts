import * as fs from 'fs';
import * as path from 'path';
import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { DatadogChart, DatadogCredentials, FargateLogFilter, FargateLogOutput, Findings, Platform } from 'cdk8s-datadog';

/** One Deployment in a namespace of its own. */
class Team extends Chart {
  constructor(scope: Construct, id: string, image: string) {
    super(scope, id, { namespace: id });
    new kplus.Namespace(this, 'namespace', { metadata: { name: id } });
    const resources = {
      cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.millis(250) },
      memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) },
    };
    new kplus.Deployment(this, 'web', { containers: [{ name: 'web', image, portNumber: 8080, resources }] });
  }
}

const app = new App();

const off = { enabled: false };
const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-nagoya',
  credentials: DatadogCredentials.existingSecret(),
  features: {
    // The Agent reads the logs of the pods that it is in, through the kubelet.
    logs: { enabled: true, containerCollectAll: true },
    apm: off,
    dogstatsd: off,
    clusterChecks: off,
    events: off,
    kubeStateMetrics: off,
    orchestratorExplorer: off,
  },
  // The log router ships those of a team without an Agent; a Datadog Forwarder subscribes to the log group.
  fargateLogging: {
    outputs: [FargateLogOutput.cloudWatchLogs({
      region: 'ap-northeast-1',
      match: 'kube.*_reports_*',
      logGroupName: '/eks/prod-nagoya/reports',
      retentionDays: 14,
    })],
    filters: [
      FargateLogFilter.parser({ parsers: ['crio'] }),
      FargateLogFilter.grep({ exclude: [{ field: 'log', pattern: 'GET /healthz' }] }),
      FargateLogFilter.kubernetes({ annotations: false }),
    ],
    awsAccount: '123456789012',
  },
});
datadog.instrument(new Team(app, 'shop', 'nginx:1.29'));
const reports = new Team(app, 'reports', 'httpd:2.4');
Findings.acknowledge(reports, 'sidecar/every-pod-has-an-agent', 'the log router ships their logs, and nothing else is wanted of them');

app.synth();
fs.writeFileSync(path.join(app.outdir, 'fargate-execution-role-policy.json'), datadog.fargateLogging!.executionRolePolicy());
console.log(datadog.summary());
