import { violationOf } from './violations';
import { requireRegistry } from '../../src/requirements/registry';
import { clusterModel } from '../render/models';

test.each([
  '', ' ', 'https://mirror.example.com', 'mirror.example.com/', 'mirror.example.com/dd:7', 'mirror.example.com/d d', 'mirror.example.com:port',
  'mirror.example.com//dd', '/dd', 'mirror.example.com\n', 'mirror.example.com/DD',
])("'%s' is no registry", registry => {
  expect(violationOf(() => requireRegistry(registry))).toMatchObject({ rule: 'agent/registry', reason: expect.stringContaining(`'${registry}'`) });
});

test.each([
  'mirror', 'localhost:5000', 'mirror.example.com', 'mirror.example.com:5000/dd', '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/docker-hub/datadog',
  'asia.gcr.io/datadoghq', 'ghcr.io/an_org/a__b/c.d-e',
])("'%s' is one", registry => {
  expect(requireRegistry(registry)).toBe(registry);
});

test('the option is looked at', () => {
  expect(violationOf(() => clusterModel({ registry: 'https://mirror.example.com' })).rule).toBe('agent/registry');
});
