import { SidecarWorkload } from './cluster';
import { shellCommand, shellWord } from '../../base/shell';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { LocatedPods } from '../../manifest/manifest-set';

/** Workloads that `kubectl exec` finds a pod of. */
const EXECUTABLE = ['Pod', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
/** Workloads that `kubectl rollout restart` knows. */
const RESTARTABLE = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** A command in a container. `what` is a word of the shell, as `podOf` gives it, and `command` a whole command. */
export function exec(namespace: string, what: string, container: string, command: string): string {
  return `kubectl exec --namespace ${shellWord(namespace)} ${what} --container ${shellWord(container)} -- ${command}`;
}

/** A pod of the workload as `kubectl exec` takes it, as a word of the shell; undefined where neither its kind nor its labels lead to one. */
export function podOf(at: LocatedPods, namespace: string): string | undefined {
  const { kind, metadata } = at.manifest;
  if (EXECUTABLE.includes(kind)) return shellWord(`${kind.toLowerCase()}/${metadata?.name}`);
  const selector = selectorOf(at);
  return selector === undefined ? undefined : `"$(${shellCommand('kubectl', 'get', 'pods', '--namespace', namespace, '--selector', selector)} --output name | head -n 1)"`;
}

/** Lists the containers of the workload's pods; undefined where its labels lead to none. */
export function containersOf({ at, namespace }: SidecarWorkload): string | undefined {
  const selector = selectorOf(at);
  return selector === undefined
    ? undefined
    : `${shellCommand('kubectl', 'get', 'pods', '--namespace', namespace, '--selector', selector)} --output jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.spec.initContainers[*].name} {.spec.containers[*].name}{"\\n"}{end}'`;
}

/** What starts the pods anew; undefined where the next run does, or the user. */
export function restart({ kind, namespace, name }: Pick<SidecarWorkload, 'kind' | 'namespace' | 'name'>): string | undefined {
  if (RESTARTABLE.includes(kind)) return shellCommand('kubectl', 'rollout', 'restart', '--namespace', namespace, `${kind.toLowerCase()}/${name}`);
  return kind === 'Rollout' ? shellCommand('kubectl', 'argo', 'rollouts', 'restart', '--namespace', namespace, ...name.startsWith('-') ? ['--'] : [], name) : undefined;
}

function selectorOf(at: LocatedPods): string | undefined {
  const labels = at.manifest.spec?.selector?.matchLabels ?? podLabelsOf(at);
  const entries = Object.entries<unknown>(labels);
  return entries.length > 0 ? entries.map(([name, value]) => `${name}=${String(value)}`).join(',') : undefined;
}
