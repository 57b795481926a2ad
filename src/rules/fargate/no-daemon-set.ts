import { FARGATE_NO_DAEMON_SETS, FARGATE_OPT_OUT } from '../../facts/fargate';
import { namespaceOf } from '../../manifest/manifest';
import { isDatadogs } from '../../manifest/node-agents';
import { takenPods } from '../fargate-pods';
import { podsInWords } from '../profile-words';
import { Breach, Rule, RuleContext } from '../rule';

export const noDaemonSet: Rule = {
  id: 'fargate/no-daemon-set',
  severity: 'error',
  title: 'No DaemonSet is where every pod is on Fargate, on the cluster or by a profile for its namespace and labels.',
  link: FARGATE_NO_DAEMON_SETS.source,
  check: context => context.platform?.nodes === false ? everyOne(context) : takenOnes(context),
};

function everyOne({ manifests }: RuleContext): Breach[] {
  return manifests.pods.filter(({ manifest }) => manifest.kind === 'DaemonSet').map(at => ({
    at,
    reason: 'a DaemonSet has no pods on Fargate, and this cluster has no other nodes',
    remedy: 'Remove it, and run what it does as a sidecar in the pods that need it or as a Deployment',
  }));
}

function takenOnes(context: RuleContext): Breach[] {
  return takenPods(context).filter(({ at }) => at.manifest.kind === 'DaemonSet').map(({ at, profile }) => ({
    at,
    reason: `the Fargate profile '${profile.name}' has a selector for ${podsInWords(at)}, and a DaemonSet has no pods on Fargate: none reaches what that profile takes`,
    remedy: `Narrow the selector of '${profile.name}' by labels that the DaemonSet's pods have not, in EKS and in the platform, or move it out of the namespace '${namespaceOf(at.manifest)}'`
      + (isDatadogs(at) ? ", by 'namespace' of DatadogChart" : '')
      + `; where it is meant for the nodes alone, annotate its pods with '${FARGATE_OPT_OUT.annotation}: ${FARGATE_OPT_OUT.value}'`,
  }));
}
