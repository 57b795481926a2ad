import { Fact } from './fact';

/** A release that both images exist for, under one number. */
export const AGENT_VERSION: Fact & { readonly value: string } = {
  value: '7.81.1',
  source: 'Datadog Helm chart 3.240.0, values.yaml: agents.image.tag, clusterAgent.image.tag',
  checkedOn: '2026-09-20',
};

export interface ImageFact extends Fact {
  /** Name of the repository inside a registry. */
  readonly name: string;
  /** The user that the image is prepared for when it does not start as root. */
  readonly uid: number;
  /** The group that owns what that user must read and write. */
  readonly gid: number;
  /** Further users that the image starts as. */
  readonly otherUids: readonly number[];
}

export const AGENT_IMAGE: ImageFact = {
  name: 'agent',
  uid: 100,
  gid: 0,
  otherUids: [0],
  source: 'datadog-agent 7.68, Dockerfiles/agent/Dockerfile: dd-agent is uid 100 in the root group',
  checkedOn: '2026-09-20',
};

export const CLUSTER_AGENT_IMAGE: ImageFact = {
  name: 'cluster-agent',
  uid: 100,
  gid: 0,
  otherUids: [0],
  source: 'datadog-agent 7.68, Dockerfiles/cluster-agent/Dockerfile: files are open to the root group, for any uid',
  checkedOn: '2026-09-20',
};

/**
 * Variants of the Agent's image by the suffix of their tag, and that of the Cluster Agent's image of the same release: it has no JMX and no
 * collector, and each of its releases is there without a suffix.
 */
export const IMAGE_VARIANTS = {
  clusterAgentSuffixes: { '-jmx': '', '-full': '', '-fips': '-fips', '-fips-jmx': '-fips', '-fips-full': '-fips' },
  source: 'datadog-operator 1.31, pkg/images/images.go; Datadog Helm chart 3.240.0, _helpers.tpl: image-path; datadog-agent, .gitlab/deploy_containers',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string | { readonly [suffix: string]: string }>;

/** The registry of every site that has no row in {@link SITE_REGISTRIES}. */
export const DEFAULT_REGISTRY: Fact & { readonly value: string } = {
  value: 'registry.datadoghq.com',
  source: 'Datadog Helm chart 3.240.0, templates/_helpers.tpl: registry',
  checkedOn: '2026-09-20',
};

/** Registries by site, where Datadog names another one than the default. */
export const SITE_REGISTRIES: ReadonlyArray<Fact & { readonly site: string; readonly value: string }> = [
  {
    site: 'ddog-gov.com',
    value: 'public.ecr.aws/datadog',
    source: 'Datadog Helm chart 3.240.0, templates/_helpers.tpl: registry',
    checkedOn: '2026-09-20',
  },
];

/** Other names under which Datadog's pages have had the images, as people still write them. */
export const FORMER_REGISTRIES: Fact & { readonly values: readonly string[] } = {
  values: ['gcr.io/datadoghq', 'datadog', 'docker.io/datadog'],
  source: 'https://docs.datadoghq.com/integrations/eks_fargate/',
  checkedOn: '2026-09-20',
};
