/** CPU and memory as Kubernetes quantities, for requests and limits alike. */
export interface ResourcesModel {
  readonly cpu: string;
  readonly memory: string;
}
