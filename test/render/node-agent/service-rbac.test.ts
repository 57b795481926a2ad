import { nodeAgents } from './node-agents';
import { PermissionFact } from '../../../src/facts/permission';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { permissions } from '../components';

const PORTS = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };
const OLD = (kubernetesVersion: string) => ({ platform: { fact: PLATFORMS.eks, kubernetesVersion } });

describe('the Service of the node', () => {
  test('has the ports that are on, and leads to the Agent of the same node alone', () => {
    expect(nodeAgents().ofKind('Service')).toEqual([]);
    expect(nodeAgents({ features: PORTS }).ofKind('Service')[0].spec).toEqual({
      type: 'ClusterIP',
      internalTrafficPolicy: 'Local',
      selector: { 'agent.datadoghq.com/component': 'agent' },
      ports: [
        { name: 'traceport', port: 8126, targetPort: 8126, protocol: 'TCP' },
        { name: 'dogstatsdport', port: 8125, targetPort: 8125, protocol: 'UDP' },
      ],
    });
    expect(nodeAgents({ features: { apm: { portEnabled: true } } }).ofKind('Service')[0].spec.ports).toHaveLength(1);
  });

  test('is not there where Kubernetes would lead to any node', () => {
    expect(nodeAgents({ ...OLD('1.22'), features: PORTS }).ofKind('Service')).toHaveLength(1);
    expect(nodeAgents({ ...OLD('1.21'), features: PORTS }).ofKind('Service')).toEqual([]);
  });
});

describe('host ports', () => {
  const ports = (nodeAgent: object) => {
    const view = nodeAgents({ features: PORTS, nodeAgent });
    return ['trace-agent', 'agent'].flatMap(name => view.container(name).ports);
  };

  test('are those of the ports that are on, unless the user says otherwise', () => {
    expect(ports({})).toEqual([
      { name: 'traceport', containerPort: 8126, hostPort: 8126, protocol: 'TCP' }, { name: 'dogstatsdport', containerPort: 8125, hostPort: 8125, protocol: 'UDP' },
    ]);
    expect(ports({ hostPorts: { apm: false } })).toEqual([
      { name: 'traceport', containerPort: 8126, protocol: 'TCP' }, { name: 'dogstatsdport', containerPort: 8125, hostPort: 8125, protocol: 'UDP' },
    ]);
  });
});

describe('permissions', () => {
  const granted = (...given: Parameters<typeof nodeAgents>) => permissions(nodeAgents(...given).manifests).map(line => line.replace('ClusterRole datadog-agent: ', ''));

  test('what the kubelet is asked for, each by its own name where it tells them apart', () => {
    expect(granted()).toEqual(['nodes/configz get', 'nodes/metrics get', 'nodes/stats get', 'nodes/pods get', 'nodes/healthz get']);
    expect(granted(OLD('1.33'))).toContain('nodes/pods get');
  });

  test('all of it where not', () => {
    const proxy = ['nodes/metrics get', 'nodes/stats get', 'nodes/proxy get'];
    expect(granted(OLD('1.32'))).toEqual(proxy);
    expect(granted({ nodeAgent: { oldestKubeletVersion: '1.31' } })).toEqual(proxy);
  });

  test('how the kubelet is set up belongs to the resources view', () => {
    expect(granted({ features: { orchestratorExplorer: { enabled: false } } })).not.toContain('nodes/configz get');
  });

  test('what parts of the pod ask for, in the cluster or in the namespace', () => {
    const fact = { source: 'https://example.com', checkedOn: '2026-11-21', verbs: ['get'] } as const;
    const asked: PermissionFact[] = [
      { ...fact, scope: 'cluster', nonResourceUrls: ['/metrics'] },
      { ...fact, scope: 'namespace', apiGroups: [''], resources: ['configmaps'] },
    ];
    const view = nodeAgents({}, [{ permissions: asked }]);
    expect(permissions(view.manifests).slice(-2)).toEqual(['ClusterRole datadog-agent: /metrics get', 'Role datadog-agent: configmaps get']);
    expect(view.ofKind('RoleBinding')[0].subjects).toEqual([{ kind: 'ServiceAccount', name: 'datadog-node-agent', namespace: 'datadog' }]);
  });

  test('are of the account of the pods, and of no other', () => {
    const view = nodeAgents({ namespace: 'monitoring' });
    expect(view.pod.serviceAccountName).toBe('datadog-node-agent');
    expect(view.ofKind('ClusterRoleBinding')[0]).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'datadog-agent' }, subjects: [{ kind: 'ServiceAccount', name: 'datadog-node-agent', namespace: 'monitoring' }],
    });
  });
});
