// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type { ContainerPort, EnvVar, Probe, ResourceRequirements, SecurityContext, VolumeMount } from 'kubernetes-types/core/v1';
import { DatadogAgentConfig } from './config';

/** What the spec says of one container, or init container, of a component. */
export interface DatadogAgentContainer {
  readonly appArmorProfileName?: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly healthPort?: number;
  readonly livenessProbe?: Probe;
  readonly logLevel?: string;
  readonly name?: string;
  readonly ports?: readonly ContainerPort[];
  readonly readinessProbe?: Probe;
  readonly resources?: ResourceRequirements;
  readonly seccompConfig?: { readonly customProfile?: DatadogAgentConfig; readonly customRootPath?: string };
  readonly securityContext?: SecurityContext;
  readonly startupProbe?: Probe;
  readonly volumeMounts?: readonly VolumeMount[];
}
