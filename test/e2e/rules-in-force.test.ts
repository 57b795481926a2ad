import { couldAllow } from '../../e2e/rules-in-force';

const question = (resource: string) => ({ verb: 'get', group: '', resource, name: '', namespace: '' });
const verbs = ['list'];

describe('whether a rule could allow something', () => {
  test.each([
    ['the resource itself', ['pods'], 'pods', true],
    ['another one', ['pods'], 'nodes', false],
    ['its subresource, which it does not contain', ['nodes'], 'nodes/proxy', false],
    ['that subresource', ['nodes/proxy'], 'nodes/proxy', true],
    ['that subresource of everything', ['*/proxy'], 'nodes/proxy', true],
    ['another subresource of everything', ['*/scale'], 'nodes/proxy', false],
    ['a wildcard', ['*'], 'nodes/proxy', true],
    ['a wildcard for resources without one', ['*'], 'secrets', true],
  ])('%s', (_, resources, asked, expected) => {
    expect(couldAllow([{ apiGroups: ['apps'], resources, resourceNames: ['one'], verbs }])(question(asked))).toBe(expected);
  });

  test('a path, by a rule for any path', () => {
    expect(couldAllow([{ nonResourceURLs: ['/metrics'], verbs }])({ verb: 'get', path: '/version' })).toBe(true);
    expect(couldAllow([{ resources: ['*'], verbs }])({ verb: 'get', path: '/version' })).toBe(false);
  });

  test('nothing, without a rule', () => {
    expect(couldAllow([])(question('pods'))).toBe(false);
  });
});
