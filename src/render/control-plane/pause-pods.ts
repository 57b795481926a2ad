import type { DaemonSetSpec } from 'kubernetes-types/apps/v1';
import { tolerations } from './tolerations';
import { ADMISSION_LABEL } from '../../facts/admission-controller';
import { PAUSE_IMAGE } from '../../facts/control-plane/checks';
import { Manifest } from '../../manifest/manifest';
import { ControlPlaneModel, PausePodsModel } from '../../model/control-plane-model';
import { componentLabels } from '../../parts/labels';
import { autodiscoveryAnnotations } from '../autodiscovery';

const CONTAINER = 'pause';
/** The user of the image. */
const NOBODY = 65535;

/** Pods that do nothing. Autodiscovery finds them, and on the network of the host their address is that of the component. */
export function pausePods(model: ControlPlaneModel): Manifest[] {
  return model.pausePods.map(pods => daemonSet(pods, model));
}

function daemonSet({ name, namespace, nodeSelector, tolerations: taints }: PausePodsModel, { components, delivery }: ControlPlaneModel): Manifest {
  const checks = components.filter(({ target }) => target.kind === 'pausePods' && target.name === name);
  const labels = { ...componentLabels(name), app: name };
  const spec: DaemonSetSpec = {
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
    selector: { matchLabels: { app: name } },
    template: {
      metadata: {
        labels: { ...labels, [ADMISSION_LABEL.name]: 'false' },
        annotations: {
          ...autodiscoveryAnnotations(CONTAINER, {
            version: delivery === 'annotationsV1' ? 'v1' : 'v2',
            checks: checks.map(({ check, instance }) => ({ name: check, initConfig: {}, instances: [instance] })),
            logs: [],
          }),
        },
      },
      spec: {
        hostNetwork: true,
        automountServiceAccountToken: false,
        nodeSelector: { 'kubernetes.io/os': 'linux', ...nodeSelector },
        tolerations: tolerations(taints),
        securityContext: { runAsNonRoot: true, runAsUser: NOBODY, runAsGroup: NOBODY, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: CONTAINER,
          image: PAUSE_IMAGE.value,
          resources: { requests: { cpu: '1m', memory: '8Mi' }, limits: { cpu: '10m', memory: '16Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
        }],
      },
    },
  };
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace, labels }, spec };
}
