import { PAGES } from '../../facts/pages';
import { allContainers, envValue } from '../../manifest/containers';
import { LocatedPods } from '../../manifest/manifest-set';
import { Rule } from '../rule';

/** What an Agent that runs cluster checks has among its config providers. */
const PROVIDER = 'clusterchecks';

export const haveARunner: Rule = {
  id: 'cluster-checks/have-a-runner',
  severity: 'error',
  title: 'Cluster checks have a runner: an Agent that takes them from the Cluster Agent, on a node or as one of the runners.',
  link: PAGES.clusterChecks.source,
  check: ({ manifests, platform, complete }) => {
    if (!complete || !platform) return [];
    const running = manifests.pods.filter(({ manifest }) => manifest.spec?.replicas !== 0 && (platform.nodes || manifest.kind !== 'DaemonSet'));
    if (running.some(runsClusterChecks)) return [];
    return running
      .filter(({ pod }) => allContainers(pod).some(c => envValue(c, 'DD_CLUSTER_CHECKS_ENABLED') === 'true'))
      .map(at => ({
        at,
        reason: `DD_CLUSTER_CHECKS_ENABLED is true and no workload has '${PROVIDER}' in DD_EXTRA_CONFIG_PROVIDERS, so the Cluster Agent hands its checks to nobody`,
        remedy: `Leave the cluster check runners${platform.nodes ? ' or the node Agents' : ''} of DatadogChart on, or turn cluster checks off`,
      }));
  },
};

function runsClusterChecks({ pod }: LocatedPods): boolean {
  return allContainers(pod).some(c => envValue(c, 'DD_EXTRA_CONFIG_PROVIDERS')?.split(/[\s,]/).includes(PROVIDER));
}
