/** How the Agents learn of checks of Services. Checks of containers are in files of the node Agents in any case. */
export enum ControlPlaneDelivery {
  /** Files in the Cluster Agent's folder that name the Services. No object of anybody else is touched. Agent 7.69 or newer. */
  CHECK_FILES = 'files',
  /** Annotations on the Services, in the second version of their format. */
  SERVICE_ANNOTATIONS = 'annotationsV2',
  /** Annotations on the Services, in the first version of their format, for Agents of other teams that read nothing newer. */
  SERVICE_ANNOTATIONS_V1 = 'annotationsV1',
}
