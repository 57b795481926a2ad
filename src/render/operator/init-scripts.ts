import type { Container } from 'kubernetes-types/core/v1';
import { mergeParts } from '../../parts/merge-node-agent-parts';
import { NodeAgentPart } from '../../parts/node-agent-part';

/** Init containers that constructs add to the node Agents. The Operator adds none, but lets one of its own do more. */
export function extraInitContainers(parts: readonly NodeAgentPart[]): readonly Container[] {
  return mergeParts(parts).initContainers;
}

/** One script that does what `first` does, and then the others, each in a shell of its own. It fails where one of them does. */
export function joinScripts(first: string, others: readonly Container[]): string {
  return [first, others.map(({ args = [] }) => ['(', ...args, ')'].join('\n')).join(' &&\n')].join('\n');
}
