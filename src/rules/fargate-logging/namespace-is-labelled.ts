import { LOG_ROUTER } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { Rule } from '../rule';

const { namespace, label } = LOG_ROUTER;

export const namespaceIsLabelled: Rule = {
  id: 'fargate-logging/namespace-is-labelled',
  severity: 'error',
  title: "The namespace of the log router's configuration exists, and carries the label by which AWS finds it.",
  link: LOG_ROUTER.source,
  check: ({ manifests, complete }) => {
    const written = manifests.ofKind('Namespace').filter(({ manifest }) => manifest.metadata?.name === namespace);
    const remedy = `Write the Namespace '${namespace}' with the label '${label.name}: ${label.value}', or let FargateLogging make it`;
    if (written.length === 0) {
      return complete ? logRouterConfigs(manifests).map(({ at }) => ({ at, reason: `there is no Namespace '${namespace}'`, remedy })) : [];
    }
    return written
      .filter(({ manifest }) => manifest.metadata?.labels?.[label.name] !== label.value)
      .map(at => ({ at, reason: `it has no label '${label.name}: ${label.value}', and without that AWS does not read the configuration in it`, remedy }));
  },
};
