import { RECIPES } from './source-004-operator.recipes';
import { datadogAgent } from '../../src/render/operator/datadog-agent';
import { controlPlaneModel } from '../control-plane-checks/delivered';
import { leaves } from '../render/models';

/** A member of a list by its mountPath or name, and a toleration by the key of its taint. */
const byKey = (item: any, at: number) => item?.mountPath ?? item?.name ?? item?.key ?? at;

describe.each(RECIPES)('$title', ({ cluster, spec, checks, reasons }) => {
  const { delivered, components } = controlPlaneModel(cluster);
  const ours = leaves({ spec: datadogAgent(delivered).spec, checks: Object.fromEntries(components.map(c => [c.check, c.instance])) }, byKey);
  // Where a recipe has no spec, it annotates Services alone.
  const theirs = [...leaves({ spec, checks }, byKey)].filter(([key]) => key !== '.spec');
  const reasonOf = (key: string) => Object.keys(reasons).find(of => key === of || key.startsWith(`${of}.`) || key.startsWith(`${of}[`));

  test('every key is the same, or is another for a reason', () => {
    expect(theirs.length).toBeGreaterThan(1);
    expect(theirs.filter(([key, value]) => ours.get(key) !== value && reasonOf(key) === undefined)).toEqual([]);
  });

  test('no reason is for a key that is the same', () => {
    const needed = theirs.filter(([key, value]) => ours.get(key) !== value).map(([key]) => reasonOf(key));
    expect(Object.keys(reasons).filter(key => !needed.includes(key))).toEqual([]);
  });

  test('what reads a file of a certificate has it mounted', () => {
    const { nodeAgent, clusterChecksRunner } = (datadogAgent(delivered).spec as any).override;
    for (const { instance, by } of components) {
      const mounts = (by === 'runners' ? clusterChecksRunner : nodeAgent).containers.agent.volumeMounts?.map((m: any) => m.mountPath) ?? [];
      const files = ['tls_cert', 'tls_private_key'].flatMap(option => instance[option] as string | undefined ?? []);
      expect(files.filter(file => !mounts.some((path: string) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
    }
  });
});
