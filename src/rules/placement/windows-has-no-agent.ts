import { NODE_OS_LABEL } from '../../facts/labels';
import { isDatadogs, nodeAgents } from '../../manifest/node-agents';
import { isForWindows } from '../../manifest/pod-os';
import { Rule } from '../rule';

export const windowsHasNoAgent: Rule = {
  id: 'placement/windows-has-no-agent',
  severity: 'info',
  title: 'Pods for Windows nodes are named: the node Agent is on Linux nodes alone.',
  link: NODE_OS_LABEL.source,
  check: ({ manifests }) => nodeAgents(manifests).length === 0 ? [] : manifests.pods
    .filter(at => isForWindows(at.pod, name => manifests.nodeSelectorOfRuntimeClass(name)) && !isDatadogs(at))
    .map(at => ({
      at,
      reason: 'its pods are for Windows nodes, on which there is no Agent, so they are not connected to one',
      remedy: "Install Datadog's Agent for Windows on those nodes beside this, for example by the Helm chart with 'targetSystem: windows'",
    })),
};
