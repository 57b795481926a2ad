import { ViolationError } from '../base/violation';
import { AMBIENT_HAS_NO_EGRESS_RULES, ISTIO_CHECK, IstioDataPlaneName } from '../facts/istio';

/** A revision, which is a part of the name of a Service and the value of a label. */
export function requireRevision(revision: string): string {
  if (/^[a-z0-9]([a-z0-9-]{0,54}[a-z0-9])?$/.test(revision)) return revision;
  throw new ViolationError({
    rule: 'istio/revision',
    reason: `'${revision}' is no revision of Istio: it has 1 to 56 lowercase letters, digits and hyphens, so that 'istiod-<revision>' is the name of a Service`,
    remedy: "Write it as the label 'istio.io/rev' has it, for example '1-31-1', and leave it out where there is no revision",
    link: 'https://istio.io/latest/docs/setup/upgrade/canary/',
  });
}

export function requireEgressOfSidecars(dataPlane: IstioDataPlaneName): void {
  if (dataPlane === 'sidecar') return;
  throw new ViolationError({
    rule: 'istio/egress-is-for-sidecars',
    reason: "'egress' is true, and in ambient mode the proxies of nodes close no way out that a ServiceEntry would open, nor do they know wildcards",
    remedy: "Leave 'egress' out, and use a NetworkPolicy or an egress gateway where the way out is to be closed",
    link: AMBIENT_HAS_NO_EGRESS_RULES.source,
  });
}

const AGENTS = {
  controlPlaneCheck: {
    lacks: "no Cluster Agent that could hand the check out is given as 'clusterAgent'",
    remedy: "Give it, or leave 'controlPlaneCheck' out",
  },
  proxyCheck: {
    lacks: 'there is no node Agent, which finds the proxies of the pods on its node',
    remedy: "Leave 'proxyCheck' out, or let node Agents run. A gateway on AWS Fargate gets the check by Autodiscovery.ofContainer(...)",
  },
} as const;

export function requireAgentForCheck(option: keyof typeof AGENTS, present: boolean): void {
  if (present) return;
  throw new ViolationError({
    rule: 'istio/checks-have-an-agent',
    reason: `'${option}' is true, and ${AGENTS[option].lacks}`,
    remedy: AGENTS[option].remedy,
    link: ISTIO_CHECK.source,
  });
}
