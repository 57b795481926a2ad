import { violationOf } from './violations';
import {
  requireBackoff, requireChartName, requireChartRepository, requireChartVersion, requireGitPath, requireGitRepository, requireRevision, requireWhole,
} from '../../src/requirements/argo-cd';

const fails = (work: () => unknown, rule: string) => expect(violationOf(work).rule).toBe(rule);

test.each([
  'https://helm.datadoghq.com', 'http://charts.acme.com/stable', 'https://charts.acme.com:8443/', 'registry.acme.com/charts', 'registry.acme.com:5000/a/b',
])('%s has charts', url => expect(requireChartRepository(url)).toBe(url));

test.each([
  'https://github.com/acme/clusters.git', 'git@github.com:acme/clusters.git', 'oci://registry.acme.com/charts', 'helm.datadoghq.com', 'https://', '', 'ftp://x/y',
  'https://me:pw@charts.acme.com', 'https://charts acme.com/x', undefined as any,
])('%s has no charts', url => fails(() => requireChartRepository(url), 'argo-cd/repository-url'));

test.each([
  'https://github.com/acme/clusters.git', 'https://git.acme.com/clusters', 'git@github.com:acme/clusters.git', 'ssh://git@git.acme.com:2222/clusters.git', 'http://git.acme.com/x',
])('%s is of git', url => expect(requireGitRepository(url)).toBe(url));

test.each([
  'https://helm.datadoghq.com', 'acme/clusters', 'github.com/acme/clusters', 'https://me:pw@github.com/acme/clusters.git', 'https://github.com', '', 'oci://x/y', undefined as any,
])('%s is not of git', url => fails(() => requireGitRepository(url), 'argo-cd/repository-url'));

test('a password in an address is not shown', () => {
  for (const require of [requireChartRepository, requireGitRepository]) {
    const { reason } = violationOf(() => require('https://me:hunter2@git.acme.com/x.git'));
    expect(reason).toContain('a Secret of Argo CD');
    expect(reason).not.toContain('hunter2');
  }
});

test('what else an address is, is said', () => {
  expect(violationOf(() => requireChartRepository('oci://registry.acme.com/charts')).reason).toContain('oci:// stands before one whole image');
  expect(violationOf(() => requireGitRepository('https://helm.datadoghq.com')).reason).toContain('but one of Helm charts');
});

test.each(['3.240.0', 'v3.240.0', '3.240.0-rc.1', '3.240.0+build.7'])('%s is exact', version => expect(requireChartVersion(version)).toBe(version));
test.each(['3.*', '^3.240.0', '>=3.0.0', '3.240', 'HEAD', 'latest', '', undefined as any])('%s is not exact', version =>
  fails(() => requireChartVersion(version), 'argo-cd/chart-version'));

test.each(['datadog', 'our-datadog', 'a.b_c'])('%s is a chart', chart => expect(requireChartName(chart)).toBe(chart));
test.each(['charts/datadog', 'Datadog', '', undefined as any])('%s is no chart', chart => fails(() => requireChartName(chart), 'argo-cd/repository-url'));

test.each(['.', 'clusters/prod', 'a b/c', 'clusters/*'])('%s is a folder', path => expect(requireGitPath(path)).toBe(path));
test.each(['', '/clusters', '../x', 'a/../b', ' a', 'a ', undefined as any])("'%s' is no folder", path => fails(() => requireGitPath(path), 'argo-cd/git-path'));

test.each(['HEAD', 'main', 'release/1.2', 'v1.0.0', 'f913b6cbf58aa5ae5ca1f8a2b149477aebcbd9d8'])('%s is a revision', r => expect(requireRevision(r)).toBe(r));
test.each(['', 'a b', 'main~1', 'refs/*', 3 as any])("'%s' is no revision", revision => fails(() => requireRevision(revision), 'argo-cd/git-revision'));

test('times and numbers of tries', () => {
  expect(requireBackoff('x', '3m')).toBe('3m');
  for (const duration of ['3', '1m30s', 'soon', '']) fails(() => requireBackoff('x', duration), 'argo-cd/retry');
  expect(requireWhole('x', -1, -1)).toBe(-1);
  for (const limit of [-2, 1.5, Number.NaN, '3' as any]) fails(() => requireWhole('x', limit, -1), 'argo-cd/retry');
});
