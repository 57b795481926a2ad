import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, Chart } from 'cdk8s';

/** Platforms in turn, as a fleet has them. */
export const PLATFORMS = ['eksFargate', 'eks', 'openShift4', 'kubeadm', 'rke2', 'gke'] as const;

/** Many clusters in one process, one app and one folder for each. */
export async function clusters({ clusters: count, outdir }: { readonly clusters: number; readonly outdir: string }): Promise<() => void> {
  const { DatadogChart, DatadogCredentials, Platform } = await import('cdk8s-datadog');
  const platforms = {
    eksFargate: () => Platform.eksFargate({ kubernetesVersion: '1.33' }),
    eks: () => Platform.eks({ kubernetesVersion: '1.34' }),
    openShift4: () => Platform.openShift4({ openShiftVersion: '4.18' }),
    kubeadm: () => Platform.kubeadm({ kubernetesVersion: '1.33' }),
    rke2: () => Platform.rke2({ kubernetesVersion: '1.33' }),
    gke: () => Platform.gke({ kubernetesVersion: '1.33' }),
  } satisfies { readonly [name in typeof PLATFORMS[number]]: unknown };
  return () => {
    for (let i = 0; i < count; i++) {
      const app = new App({ outdir: path.join(outdir, `cluster-${i}`) });
      new DatadogChart(app, 'datadog', {
        platform: platforms[PLATFORMS[i % PLATFORMS.length]](),
        clusterName: `cluster-${i}`,
        credentials: DatadogCredentials.existingSecret(),
        features: { logs: { enabled: true } },
      });
      app.synth();
    }
  };
}

/** The same files as JSON: nothing but serializing and writing. */
export function asJson({ reference, clusters: count, outdir }: {
  readonly reference: string;
  readonly clusters: number;
  readonly outdir: string;
}): () => void {
  const objects: any[][] = JSON.parse(fs.readFileSync(reference, 'utf8'));
  return () => {
    for (let i = 0; i < count; i++) {
      const folder = path.join(outdir, `cluster-${i}`);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'datadog.json'), JSON.stringify(objects[i % objects.length], undefined, 2));
    }
  };
}

/** An app of cdk8s with one empty chart. */
export function empty({ outdir }: { readonly outdir: string }): () => void {
  return () => {
    const app = new App({ outdir });
    new Chart(app, 'empty');
    app.synth();
  };
}
