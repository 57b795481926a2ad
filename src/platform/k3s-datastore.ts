/**
 * What K3s keeps the data of a cluster in.
 *
 * @see https://docs.k3s.io/datastore
 */
export enum K3sDatastore {
  /** etcd in the process of the servers, as with `--cluster-init`. */
  EMBEDDED_ETCD = 'etcd',
  /** SQLite, which a single server has unless told otherwise. */
  SQLITE = 'sqlite',
  /** A database of the user's: PostgreSQL, MySQL, or etcd that is run elsewhere. */
  EXTERNAL = 'external',
}
