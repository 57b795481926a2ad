import type { Toleration } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { COMMON_SOURCE } from '../../facts/control-plane/common';
import { TaintFact, WayFact } from '../../facts/control-plane/control-plane-fact';
import { PlatformFact } from '../../facts/platforms/platform-fact';
import { CheckConfig } from '../../manifest/check-configs';
import { containersThatRun, providerOf } from '../../manifest/check-hosts';
import { controlPlaneConfigs } from '../../manifest/check-paths';
import { nodeAgents } from '../../manifest/node-agents';
import { objectsIn } from '../../manifest/objects-in';
import { tolerationCovers } from '../../manifest/tolerations';
import { Breach, Rule, RuleContext } from '../rule';

export const checksHaveAnAgent: Rule = {
  id: 'control-plane/checks-have-an-agent',
  severity: 'error',
  title: 'Somebody runs each check of the control plane: a runner, or an Agent that its nodes let in.',
  link: COMMON_SOURCE.source,
  check: context => {
    const { manifests, complete, platform } = context;
    if (!complete) return [];
    const configs = controlPlaneConfigs(manifests);
    return [
      ...configs.filter(config => containersThatRun(manifests, config).length === 0).map(nobody),
      ...platform && configs.some(config => isBesideItsAgent(config, platform)) ? shutOut(context, platform) : [],
    ];
  },
};

function nobody(config: CheckConfig): Breach {
  const handedOut = providerOf(config) === 'clusterchecks';
  return {
    at: config.at,
    reason: handedOut
      ? `nobody runs the check '${config.check}': no Agent of the app asks for cluster checks`
      : `nobody runs the check '${config.check}': it is for the Agent on the node of what it watches, and no DaemonSet of the app runs one`,
    remedy: handedOut ? "Set 'clusterCheckRunners: { enabled: true }', or leave node Agents on" : "Leave 'nodeAgent' of DatadogChart on, and pass it to ControlPlaneChecks",
  };
}

/** True for a check that the Agent on a control-plane node is to run, by what the platform's row says. */
function isBesideItsAgent({ target }: CheckConfig, { controlPlane }: PlatformFact): boolean {
  const ways: readonly WayFact[] = [controlPlane.apiServer, controlPlane.etcd, controlPlane.scheduler, controlPlane.controllerManager].flat();
  return ways.some(way => {
    switch (way.way) {
      case 'containers': return target.kind === 'containers' && target.images.some(image => way.images.includes(image));
      case 'pausePods': return target.kind === 'pods';
      case 'endpoints': return target.kind === 'endpoints' && target.resolve !== 'ip' && way.resolve === 'auto'
        && target.namespace === way.service.namespace && target.name === way.service.name;
      default: return false;
    }
  });
}

/** Node Agents that some taint of control-plane nodes keeps away. */
function shutOut({ manifests, kubernetesVersion }: RuleContext, { controlPlane, name }: PlatformFact): Breach[] {
  const taints = controlPlane.taints.filter(({ since, before }: TaintFact) => kubernetesVersion === undefined
    || ((since === undefined || isAtLeast(kubernetesVersion, since)) && (before === undefined || !isAtLeast(kubernetesVersion, before))));
  return nodeAgents(manifests).flatMap(at => {
    const theirs = objectsIn(at.pod.tolerations);
    const wanted = taints.map(({ key, effect }): Toleration => ({ key, operator: 'Exists', effect }));
    return wanted.filter(w => !theirs.some(t => tolerationCovers(t, w))).map(({ key, effect }) => ({
      at,
      reason: `its pods do not tolerate ${key}:${effect}, which control-plane nodes of ${name} have, and the Agents there are to watch what runs beside them`,
      remedy: `Add { key: '${key}', operator: 'Exists', effect: '${effect}' } to its tolerations`,
    }));
  });
}
