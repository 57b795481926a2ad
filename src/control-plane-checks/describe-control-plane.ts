import { ControlPlaneChecksOptions } from './control-plane-options';
import { ControlPlaneDescription } from '../model/resolve-control-plane';

/** The options as plain data for the model. */
export function describeControlPlaneOptions(options: ControlPlaneChecksOptions): ControlPlaneDescription {
  const { apiServer, etcd, scheduler, controllerManager, delivery, etcdCertificate, pushProx, bindAddress } = options;
  return {
    delivery,
    pushProx,
    bindAddress,
    etcdCertificate: etcdCertificate?._copy,
    components: { apiServer, etcd, scheduler, controllerManager },
  };
}
