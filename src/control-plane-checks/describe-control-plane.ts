import { ControlPlaneChecksOptions } from './control-plane-options';
import { ControlPlaneDescription } from '../model/resolve-control-plane';
import { requireCopy } from '../requirements/control-plane-options';

/** The options as plain data for the model. */
export function describeControlPlaneOptions(options: ControlPlaneChecksOptions): ControlPlaneDescription {
  const { apiServer, etcd, scheduler, controllerManager, delivery, etcdCertificate, pushProx, bindAddress } = options;
  return {
    delivery,
    pushProx,
    bindAddress,
    etcdCertificate: requireCopy(etcdCertificate?._copy, etcdCertificate),
    components: { apiServer, etcd, scheduler, controllerManager },
  };
}
