import { certificateMounts } from './certificate-mounts';
import { scrapePermissions } from './permissions';
import { tolerations } from './tolerations';
import { CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { ControlPlaneModel } from '../../model/control-plane-model';
import { RunnerPart } from '../../parts/runner-part';

/** What the cluster check runners need to run their checks of the control plane. */
export function controlPlaneRunnerPart(model: ControlPlaneModel): RunnerPart {
  const { containerName } = CLUSTER_CHECK_RUNNER;
  const components = model.components.filter(c => c.by === 'runners');
  const mounted = components.flatMap(c => certificateMounts(c, containerName));
  const { runnerNodes } = model;
  return {
    volumes: mounted.map(({ volume }) => volume),
    volumeMounts: mounted.flatMap(({ volume, mounts }) => (mounts[containerName] ?? []).map(mount => ({ name: volume.name, ...mount }))),
    ignoreAutoConf: components.map(c => c.check),
    permissions: scrapePermissions(model, 'runners'),
    ...runnerNodes && { nodeSelector: runnerNodes.selector, tolerations: tolerations(runnerNodes.tolerations) },
  };
}
