import { requireCheckName } from '../requirements/cluster-check';
import { requireFreeNodeCheck, requireNodeCheck } from '../requirements/node-check';

/** What a user says of a check on the nodes; left out, the default. */
export interface NodeCheckDescription {
  readonly name: string;
  readonly file?: string;
  readonly adIdentifiers?: readonly string[];
  readonly instances?: readonly any[];
  readonly initConfig?: any;
  readonly logs?: readonly any[];
}

/** A file from which every node Agent takes a check, or logs. */
export interface NodeCheckModel {
  readonly name: string;
  /** Name of its file, without the extension. */
  readonly file: string;
  /** Short names of images that it is for; it is for every node where there are none. */
  readonly adIdentifiers: readonly string[];
  readonly instances: readonly any[];
  readonly initConfig: any;
  readonly logs: readonly any[];
}

export function resolveNodeChecks(given: readonly NodeCheckDescription[]): NodeCheckModel[] {
  return given.reduce<NodeCheckModel[]>((before, description) => {
    const check = resolveNodeCheck(description);
    requireFreeNodeCheck(check, before);
    return [...before, check];
  }, []);
}

function resolveNodeCheck(given: NodeCheckDescription): NodeCheckModel {
  requireNodeCheck(given);
  return {
    name: requireCheckName(given.name),
    file: requireCheckName(given.file ?? given.name),
    adIdentifiers: given.adIdentifiers ?? [],
    instances: given.instances ?? [],
    initConfig: given.initConfig ?? {},
    logs: given.logs ?? [],
  };
}
