import { Violation } from '../base/violation';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { FargateProfile } from '../manifest/fargate-profile';
import { KnownInjection } from '../manifest/injection-match';
import { Located } from '../manifest/manifest';
import { ManifestSet } from '../manifest/manifest-set';

export type Severity = 'error' | 'warning' | 'info';

/** What is known of one cluster. A rule does not apply where the context that it needs is missing. */
export interface RuleContext {
  readonly manifests: ManifestSet;
  readonly platform?: PlatformFact;
  readonly agentVersion?: string;
  /** major.minor */
  readonly kubernetesVersion?: string;
  /** Those that the user declared. */
  readonly fargateProfiles?: readonly FargateProfile[];
  /** The range of addresses of Services, in CIDR notation. */
  readonly serviceCidr?: string;
  /** What adds Agents to pods when they are made. */
  readonly sidecarInjections?: readonly KnownInjection[];
  /** The manifests are all that this cluster gets, so what is not among them is not there. */
  readonly complete?: boolean;
  /** Secrets that somebody promised to make by other means. */
  readonly promisedSecrets?: ReadonlyArray<{ readonly namespace: string; readonly name: string; readonly how?: string }>;
}

/** One place where a rule is broken. */
export interface Breach {
  readonly at: Located;
  readonly reason: string;
  readonly remedy: string;
}

export interface Rule {
  /** `group/what-holds`, for example `sidecar/token-is-mounted`. */
  readonly id: string;
  /** Errors stop the synthesis, warnings are printed and counted, and information is in the summary alone. */
  readonly severity: Severity;
  /** What holds where the rule is kept, as a sentence. */
  readonly title: string;
  readonly link: string;
  check(context: RuleContext): Breach[];
}

/** A breach with its rule. */
export interface Finding extends Omit<Violation, 'rule'> {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the construct, or the file, that the object comes from. */
  readonly path: string;
  /** Kind, namespace and name of the object; absent where the finding is about a construct. */
  readonly object?: string;
}
