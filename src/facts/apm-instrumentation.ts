import { Fact } from './fact';

const DOCS = {
  source: 'https://docs.datadoghq.com/tracing/trace_collection/automatic_instrumentation/single-step-apm/kubernetes/',
  checkedOn: '2026-11-21',
};
const AGENT = { source: 'datadog-agent, pkg/clusteragent/admission/mutate: autoinstrumentation, common', checkedOn: '2026-11-21' };

/** Languages that there is a library for, as the Cluster Agent names them. It passes over others with a line in its log. */
export const INSTRUMENTED_LANGUAGES: Fact & { readonly names: readonly string[] } = {
  names: ['java', 'js', 'python', 'dotnet', 'ruby', 'php'],
  ...AGENT,
};

/** Namespaces whose pods never get a library, beside that of Datadog itself. */
export const NEVER_INSTRUMENTED: Fact & { readonly names: readonly string[] } = { names: ['kube-system'], ...AGENT };

/** The Cluster Agent refuses a configuration that narrows the injection in two ways. */
export const APM_INSTRUMENTATION: Fact = DOCS;

/** Writes the languages that node Agents see into an annotation of each Deployment, which takes patch on all of them. */
export const LANGUAGE_DETECTION: Fact = {
  source: 'datadog-operator, internal/controller/datadogagent/feature/apm/rbac.go; datadog-agent, pkg/clusteragent/languagedetection',
  checkedOn: '2026-11-21',
};
