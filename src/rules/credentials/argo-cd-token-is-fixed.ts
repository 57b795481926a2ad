import { HELM_CHART, HELM_TOKEN } from '../../facts/helm-chart';
import { groupOf, Manifest } from '../../manifest/manifest';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';

export const argoCdTokenIsFixed: Rule = {
  id: 'credentials/argo-cd-token-is-fixed',
  severity: 'warning',
  title: "An Application of Argo CD gives Datadog's Helm chart a token, or the Secret that has one.",
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#random-data',
  check: ({ manifests }) => ['Application', 'ApplicationSet'].flatMap(kind => manifests.ofKind(kind))
    .filter(({ manifest }) => groupOf(manifest) === 'argoproj.io' && makesUpToken(manifest))
    .map(at => ({
      at,
      reason: `its values for the chart '${HELM_CHART.name}' name no token, so the chart makes up another one at every comparison: Agents with an older token get 403 from the Cluster Agent`,
      remedy: `Set '${HELM_TOKEN.values[0]}' to the name of a Secret that has the token; DatadogHelmChart and DatadogArgoCd do it`,
    })),
};

function makesUpToken(manifest: Manifest): boolean {
  const spec: unknown = manifest.kind === 'ApplicationSet' ? manifest.spec?.template?.spec : manifest.spec;
  if (!isObject(spec)) return false;
  const { source, sources, ignoreDifferences } = spec as { readonly source?: any; readonly sources?: any; readonly ignoreDifferences?: any };
  // Argo CD may be told to leave the Secret as it is.
  if (objectsIn<any>(ignoreDifferences).some(({ kind }) => kind === 'Secret')) return false;
  return objectsIn<any>([source, ...Array.isArray(sources) ? sources : []]).some(({ chart, helm }) => isDatadogs(chart) && !namesToken(helm));
}

function isDatadogs(chart: unknown): boolean {
  return chart === HELM_CHART.name;
}

/** Files of values are not among the manifests, so what is in them is not known. */
function namesToken(helm: any): boolean {
  if (!isObject(helm)) return false;
  const { values, valuesObject, parameters, fileParameters, valueFiles } = helm as any;
  if (objectsIn(fileParameters).length > 0 || (Array.isArray(valueFiles) && valueFiles.length > 0)) return true;
  if (objectsIn<any>(parameters).some(({ name, value }) => isAbout(String(name), value))) return true;
  const own = isObject(valuesObject) ? JSON.stringify(valuesObject) : typeof values === 'string' ? values : '';
  return /["']?\b(tokenExistingSecret|token)\b["']?\s*:\s*["']?[^\s"'#{}]/.test(own) || isElsewhere(own);
}

function isAbout(name: string, value: unknown): boolean {
  return (HELM_TOKEN.values as readonly string[]).includes(name) && value !== '';
}

/** No Cluster Agent of the chart's own: it is off, or the release joins another's. */
function isElsewhere(values: string): boolean {
  return /existingClusterAgent["']?\s*:[^a-z]*join["']?\s*:\s*true/.test(values) || /clusterAgent["']?\s*:[^a-zA-Z]*enabled["']?\s*:\s*false/.test(values);
}
