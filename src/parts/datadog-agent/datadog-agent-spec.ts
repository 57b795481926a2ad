// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import { DatadogAgentFeatures } from './features';
import { DatadogAgentGlobal } from './global';
import { DatadogAgentOverride } from './override';

/** `spec` of a DatadogAgent. */
export interface DatadogAgentSpec {
  readonly features?: DatadogAgentFeatures;
  readonly global?: DatadogAgentGlobal;
  readonly override?: { readonly [component: string]: DatadogAgentOverride };
}
