import { serviceAnnotations } from './annotations';
import { Manifest } from '../../manifest/manifest';
import { ControlPlaneModel } from '../../model/control-plane-model';
import { componentLabels } from '../../parts/labels';

const COMPONENT = 'control-plane';

/** Services of ours that find the pods of components. Headless: nobody is to connect to one of several. */
export function ownServices(model: ControlPlaneModel): Manifest[] {
  return model.services.map(({ namespace, name, selector, portName, port }) => {
    const annotations = serviceAnnotations(model, { namespace, name });
    return {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name,
        namespace,
        labels: componentLabels(COMPONENT),
        ...Object.keys(annotations).length > 0 && { annotations },
      },
      spec: {
        type: 'ClusterIP',
        clusterIP: 'None',
        selector: { ...selector },
        // A component that fails its probes is the one whose metrics are wanted.
        publishNotReadyAddresses: true,
        ports: [{ name: portName, port, targetPort: port, protocol: 'TCP' }],
      },
    };
  });
}
