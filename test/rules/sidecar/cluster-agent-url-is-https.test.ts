import { check, finding, instrumented, remedies } from '../fixtures';

const RULE = 'sidecar/cluster-agent-url-is-https';

function withUrl(url: unknown) {
  return instrumented('shop/web', { env: { DD_CLUSTER_AGENT_URL: url } });
}

test.each(['https://172.20.0.20:5005', 'datadog-cluster-agent.datadog.svc:5005', undefined, '$(URL)'])('%s', url => {
  expect(check(RULE, [withUrl(url)])).toEqual([]);
});

test.each(['http://datadog-cluster-agent.datadog.svc:5005', 'tcp://172.20.0.20:5005'])('%s', url => {
  const web = withUrl(url);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, `is '${url}'`)]);
  expect(remedies(RULE, [web])).toEqual([`Write 'https://${url.split('://')[1]}'`]);
});
