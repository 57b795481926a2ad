import { isAgentImage } from './accounts';
import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { describe, KubeObject } from './manifests';
import { poll } from './parallel';

/**
 * Waits until the Jobs are complete, and looks at what lets them: an Agent beside the application must be told to exit
 * and see its processes; one that is a native sidecar keeps no pod from ending. That the Agent does exit is not to be
 * seen here: no container runs, and kwok says of each that it ended.
 */
export async function awaitJobs(api: KubeApi, discovery: Discovery, jobs: KubeObject[]): Promise<string> {
  const lines: string[] = [];
  const problems: string[] = [];
  for (const job of jobs) {
    let conditions: any[] = [];
    const complete = await poll(60, async () => {
      conditions = (await api.get(discovery.pathOf(job))).status.conditions ?? [];
      return conditions.find(({ type, status }) => type === 'Complete' && status === 'True');
    });
    const { name, namespace } = job.metadata;
    const selector = encodeURIComponent(`batch.kubernetes.io/job-name=${name}`);
    const { items } = await api.get(`/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`);
    if (!complete) problems.push(`${describe(job)} is not complete after 60 s: ${JSON.stringify(conditions)}`);
    if (items.length === 0) problems.push(`${describe(job)} has no pods`);
    for (const pod of items as KubeObject[]) {
      const { placement, keeps } = agentOf(pod);
      problems.push(...keeps.map((reason) => `${describe(job)}: ${reason}`));
      lines.push(`${describe(job)}: complete, ${placement}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [
    ...lines,
    'not simulated: the exit of the Agent beside an application; what makes it exit is in the pod (DD_AUTO_EXIT_NOPROCESS_ENABLED, shareProcessNamespace)',
  ].join('\n');
}

interface AgentInPod {
  readonly placement: string;
  /** What would keep the pod from ending. */
  readonly keeps: string[];
}

function agentOf({ spec, status }: KubeObject): AgentInPod {
  const agent = spec.containers.find(({ image }: any) => isAgentImage(image));
  if (agent) {
    const exits = agent.env?.some(({ name, value }: any) => name === 'DD_AUTO_EXIT_NOPROCESS_ENABLED' && value === 'true');
    return {
      placement: `the Agent beside the application, phase ${status.phase}`,
      keeps: [
        ...exits ? [] : ['the Agent is not told to exit'],
        ...spec.shareProcessNamespace === true ? [] : ['the Agent does not see when the application has ended'],
        ...succeeded(status),
      ],
    };
  }
  const native = spec.initContainers?.find(({ image, restartPolicy }: any) => isAgentImage(image) && restartPolicy === 'Always');
  if (!native) return { placement: 'no Agent', keeps: succeeded(status) };
  const running = status.initContainerStatuses?.find(({ name }: any) => name === native.name)?.state.running;
  return {
    placement: `the Agent a native sidecar, ${running ? 'still running' : 'ended'}, phase ${status.phase}`,
    keeps: succeeded(status),
  };
}

function succeeded({ phase }: any): string[] {
  return phase === 'Succeeded' ? [] : [`its pod is ${phase}`];
}
