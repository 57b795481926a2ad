import { serviceOfClusterAgent } from './service';
import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';

/** Where the API server calls the webhooks; the Cluster Agent makes their configuration and certificate when it runs. */
export function admissionControllerManifests({ features, namespace }: ClusterModel): Manifest[] {
  if (!features.admissionController) return [];
  const { serviceName, servicePort, portName } = ADMISSION_CONTROLLER;
  return [serviceOfClusterAgent(serviceName, namespace, { name: portName, port: servicePort, targetPort: portName, protocol: 'TCP' })];
}
