import * as path from 'path';
import { App, Chart, Cron, Include, Size } from 'cdk8s';
import * as kplus28 from 'cdk8s-plus-28';
import * as kplus34 from 'cdk8s-plus-34';
import { Construct } from 'constructs';
import { DatadogChart, DatadogCredentials, DatadogSite, ExternalSecretStore, Platform } from 'cdk8s-datadog';

/** Fargate wants requests equal to limits, which the defaults of cdk8s-plus are not. */
const memory = { request: Size.mebibytes(256), limit: Size.mebibytes(256) };

/** A web server and a nightly report, written with cdk8s-plus-28. */
class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const resources = { memory, cpu: { request: kplus28.Cpu.millis(250), limit: kplus28.Cpu.millis(250) } };
    new kplus28.Namespace(this, 'Namespace', { metadata: { name: 'shop' } });
    new kplus28.Deployment(this, 'web', {
      serviceAccount: new kplus28.ServiceAccount(this, 'account', { metadata: { name: 'web' } }),
      containers: [{ name: 'web', image: 'nginx:1.29', portNumber: 8080, resources }],
    });
    new kplus28.CronJob(this, 'report', {
      schedule: Cron.daily(),
      containers: [{ name: 'report', image: 'busybox:1.37', command: ['sh', '-c', 'echo done'], resources }],
    });
  }
}

/** A queue worker of another team, written with another version of cdk8s-plus. */
class Billing extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'billing' });
    const resources = { memory, cpu: { request: kplus34.Cpu.millis(250), limit: kplus34.Cpu.millis(250) } };
    new kplus34.Namespace(this, 'Namespace', { metadata: { name: 'billing' } });
    new kplus34.StatefulSet(this, 'worker', {
      service: new kplus34.Service(this, 'service', { ports: [{ port: 8080 }] }),
      containers: [{ name: 'worker', image: 'redis:8', portNumber: 6379, resources }],
    });
  }
}

/** A cache that comes as plain YAML. */
class Cache extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'cache' });
    new Include(this, 'yaml', { url: path.join(__dirname, 'cache.yaml') });
  }
}

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-tokyo',
  site: DatadogSite.AP1,
  tags: { env: 'prd', system: 'shop' },
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1', roleArn: 'arn:aws:iam::111122223333:role/datadog-secrets' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
});
datadog.instrument(new Shop(app, 'shop'), new Billing(app, 'billing'), new Cache(app, 'cache'));

app.synth();
console.log(datadog.summary());
