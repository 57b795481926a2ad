import { DATA_PLANE_MODE, INJECTION, IstioDataPlaneName } from '../../facts/istio';

/** The label of a pod that keeps it out of the mesh, whatever its namespace says. */
export function outsideTheMesh(dataPlane: IstioDataPlaneName): { [name: string]: string } {
  return dataPlane === 'ambient' ? { [DATA_PLANE_MODE.name]: DATA_PLANE_MODE.outside } : { [INJECTION.pod]: INJECTION.outside };
}
