import { LOGS_SWITCH } from '../../facts/logs';
import { autodiscoveryAnnotations } from '../../manifest/autodiscovery';
import { checkTexts } from '../../manifest/check-texts';
import { allContainers } from '../../manifest/containers';
import { fileHasLogs, logSettings } from '../../manifest/log-settings';
import { nodeAgents } from '../../manifest/node-agents';
import { agentsFor, isOff } from '../observing-agents';
import { Breach, Rule, RuleContext } from '../rule';
import { quoted } from '../words';

export const logsAreCollected: Rule = {
  id: 'autodiscovery/logs-are-collected',
  severity: 'warning',
  title: 'Where a pod or a check file says how to collect logs, the Agent collects logs.',
  link: LOGS_SWITCH.source,
  check: context => [...byAnnotation(context), ...byFile(context)],
};

function byAnnotation(context: RuleContext): Breach[] {
  return context.manifests.pods.flatMap(at => {
    const keys = logSettings(autodiscoveryAnnotations(at.template.metadata?.annotations)).map(({ key }) => key);
    const agents = keys.length === 0 ? [] : agentsFor(at, context);
    return agents.length === 0 || !isOff(agents, LOGS_SWITCH.env) ? [] : [{
      at,
      reason: `${quoted(keys)} ${keys.length === 1 ? 'says' : 'say'} how to collect logs, and the Agent of the pods collects none: ${LOGS_SWITCH.env} is not 'true' there`,
      remedy: "Set 'features: { logs: { enabled: true } }' on the cluster, or remove the annotation",
    }];
  });
}

/** Files of the Cluster Agent and of runners have no part in this: they collect no logs. */
function byFile({ manifests }: RuleContext): Breach[] {
  const agents = new Set(nodeAgents(manifests).map(({ manifest }) => manifest));
  return checkTexts(manifests)
    .flatMap(text => text.reader.kind === 'file' && agents.has(text.reader.loader.manifest) ? [{ ...text, loader: text.reader.loader }] : [])
    .filter(({ text, loader }) => fileHasLogs(text) && isOff(allContainers(loader.pod), LOGS_SWITCH.env))
    .map(({ at, where }) => ({
      at,
      reason: `${where} says how to collect logs, and the Agent that reads it collects none: ${LOGS_SWITCH.env} is not 'true' there`,
      remedy: "Set 'features: { logs: { enabled: true } }' on the cluster, or take the part 'logs' out of the file",
    }));
}
