import { check, deployment, finding } from '../fixtures';

const RULE = 'kubernetes/quantity';
const web = (resources: object) => deployment('shop/web', { containers: [{ name: 'web', resources }] });

test.each([
  [{}], [{ requests: null }], [{ requests: { cpu: null } }],
  [{ requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: 0.2, memory: '1G' } }],
  [{ limits: { cpu: 1, memory: '1Mi' } }], [{ limits: { memory: '1e9' } }], [{ requests: { cpu: '0', memory: 0 } }], [{ requests: { cpu: ' 1 ' } }],
  [{ requests: { 'nvidia.com/gpu': 'one' } }],
])('%j', resources => {
  expect(check(RULE, [web(resources)])).toEqual([]);
});

test.each([
  [{ requests: { cpu: '0.2 cores' } }, '\'cpu\' in \'requests\' of the container \'web\' is "0.2 cores", which is no amount'],
  [{ limits: { memory: '256MB' } }, '\'memory\' in \'limits\' of the container \'web\' is "256MB", which is no amount'],
  [{ limits: { memory: '' } }, 'is "", which is no amount'],
  [{ limits: { cpu: -1 } }, 'is -1, which is less than 0'],
  [{ limits: { memory: '256m' } }, 'is "256m", which is 0.256 bytes, in which no container starts'],
  [{ requests: { memory: 256 } }, 'is 256, which is 256 bytes, in which no container starts'],
])('%j', (resources, reason) => {
  expect(check(RULE, [web(resources)])).toEqual([finding(RULE, web(resources), reason)]);
});

test('each place of each container is told, init containers first', () => {
  const initContainers = [{ name: 'init', resources: { requests: { cpu: 'x' }, limits: { cpu: 'y' } } }];
  const manifest = deployment('shop/web', { initContainers, containers: [{ name: 'web', resources: { requests: { memory: 'z' } } }] });
  expect(check(RULE, [manifest], {})).toEqual([
    finding(RULE, manifest, '\'cpu\' in \'requests\' of the container \'init\' is "x"'),
    finding(RULE, manifest, '\'cpu\' in \'limits\' of the container \'init\' is "y"'),
    finding(RULE, manifest, '\'memory\' in \'requests\' of the container \'web\' is "z"'),
  ]);
});
