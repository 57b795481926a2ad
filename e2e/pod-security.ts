import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { describe, KubeObject, PodTemplate, podTemplateOf } from './manifests';
import { poll } from './parallel';

/** From the strictest. Nothing is refused at the last. */
export const LEVELS = ['restricted', 'baseline', 'privileged'] as const;
export type Level = typeof LEVELS[number];

/** What Pod Security Admission makes of a pod. */
export interface Judgement {
  readonly level: Level;
  /** What keeps it from the next stricter level. */
  readonly because: string[];
}

const AGENT = 'datadog-agent-injected';
const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** A namespace whose pods the API server holds to the level. */
export function enforcing(level: Level, name = `e2e-${level}`): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { [ENFORCE]: level, [`${ENFORCE}-version`]: 'latest' } } };
}

/** The namespaces in which `judge` tries pods. */
export const JUDGES: KubeObject[] = LEVELS.filter((level) => level !== 'privileged').map((level) => enforcing(level));

/** The strictest level at which the API server takes a pod of this template, in dry runs where that level is enforced. */
export async function judge(api: KubeApi, template: PodTemplate): Promise<Judgement> {
  const because: string[][] = [];
  for (const { metadata: { name }, level } of JUDGES.map((namespace, index) => ({ ...namespace, level: LEVELS[index] }))) {
    const refusal = await refusalIn(api, name, template);
    if (refusal === undefined) return { level, because: because.at(-1) ?? [] };
    because.push(reasonsOf(refusal, level));
  }
  return { level: 'privileged', because: because.at(-1)! };
}

export function isStricter(a: Level, b: Level): boolean {
  return LEVELS.indexOf(a) < LEVELS.indexOf(b);
}

/** `baseline (allowPrivilegeEscalation != false)`: with what keeps the pod from the stricter level. */
export function tell({ level, because }: Judgement): string {
  return because.length > 0 ? `${level} (${because.join(', ')})` : level;
}

/** What the pod was before the Agent came: without its container, and without the volumes that this mounts. Undefined where there is no Agent. */
export function withoutAgent(template: PodTemplate): PodTemplate | undefined {
  const copy = structuredClone(template);
  const { containers, initContainers = [], volumes = [] } = copy.spec;
  const agent: any = [...containers, ...initContainers].find(({ name }) => name === AGENT);
  if (!agent) return undefined;
  const gone = new Set((agent.volumeMounts ?? []).map(({ name }: any) => name));
  const others = (list: any[]) => list.filter(({ name }) => name !== AGENT)
    .map((one) => ({ ...one, volumeMounts: (one.volumeMounts ?? []).filter(({ name }: any) => !gone.has(name)) }));
  return {
    ...copy,
    spec: {
      ...copy.spec,
      containers: others(containers),
      initContainers: others(initContainers),
      volumes: volumes.filter(({ name }: any) => !gone.has(name)),
    },
  };
}

/** Platforms of before Kubernetes 1.19, which has the seccomp profile that `restricted` asks for as a field. */
const BEFORE_SECCOMP = ['openShift3', 'rkeLegacy'];

/**
 * Each workload of the manifests at its level; throws where an Agent lowers the level of its pod, and where a part of Datadog
 * that needs nothing of its node is below `restricted`.
 */
export async function judgeAll(api: KubeApi, discovery: Discovery, objects: KubeObject[], platform: string): Promise<Map<string, Judgement>> {
  const found = new Map<string, Judgement>();
  const problems: string[] = [];
  for (const object of discovery.inNamespaces(objects)) {
    const template = podTemplateOf(object);
    if (!template) continue;
    const judged = await judge(api, template);
    found.set(describe(object), judged);
    const alone = withoutAgent(template);
    const before = alone && await judge(api, alone);
    if (before && isStricter(before.level, judged.level)) problems.push(`${describe(object)}: ${tell(judged)} with the Agent, and ${before.level} without it`);
    if (!BEFORE_SECCOMP.includes(platform) && needsNothingOfItsNode(template) && judged.level !== 'restricted') problems.push(`${describe(object)}: ${tell(judged)}, and it was to be restricted`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return found;
}

/** The Cluster Agent, and runners of cluster checks. */
function needsNothingOfItsNode({ metadata, spec }: PodTemplate): boolean {
  const component = metadata?.labels?.['agent.datadoghq.com/component'] ?? metadata?.labels?.['app.kubernetes.io/component'];
  return component === 'cluster-checks-runner' || spec.containers.some(({ image }) => /(^|\/)cluster-agent([:@]|$)/.test(image ?? ''));
}

async function refusalIn(api: KubeApi, namespace: string, { metadata = {}, spec }: PodTemplate): Promise<string | undefined> {
  // Of the account and of the priority class other plugins of admission want to know whether they exist.
  const { serviceAccountName, serviceAccount, priorityClassName, ...rest } = spec;
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: 'e2e-', labels: metadata.labels, annotations: metadata.annotations },
    spec: { restartPolicy: 'Always', ...rest },
  };
  const answer = await poll(30, async () => {
    const { status, body } = await api.request(`/api/v1/namespaces/${namespace}/pods?dryRun=All&fieldValidation=Strict`, { method: 'POST', body: pod });
    // A namespace that has just been made has no account yet.
    return status === 403 && /serviceaccount "default" not found/.test(body.message) ? undefined : { status, message: body.message };
  });
  if (answer?.status === 201) return undefined;
  if (answer?.status === 403 && answer.message.includes('violates PodSecurity')) return answer.message;
  throw new Error(`A pod in ${namespace}: ${answer?.status} ${answer?.message}`);
}

/** Without what is in parentheses, which names containers and fields. Kubernetes 1.33 says `profiles` of a single one, too. */
function reasonsOf(message: string, level: Level): string[] {
  const [, reasons] = new RegExp(`violates PodSecurity "${level}:latest": (.*)$`, 's').exec(message) ?? [];
  if (!reasons) throw new Error(`Refused, and not for ${level}: ${message}`);
  return reasons.replace(/ \((?:[^()"]|"[^"]*"|\([^()]*\))*\)/g, '').replace(/\bprofiles\b/g, 'profile').split(', ').sort();
}
