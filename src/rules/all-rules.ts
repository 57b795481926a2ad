import { envHasEffect } from './agent/env-has-effect';
import { objectsAreUnique } from './app/objects-are-unique';
import { containerExists } from './autodiscovery/container-exists';
import { endpointsResolveIp } from './autodiscovery/endpoints-resolve-ip';
import { envIsTheAgents } from './autodiscovery/env-is-the-agents';
import { fileIsYaml } from './autodiscovery/file-is-yaml';
import { handleHasABackend } from './autodiscovery/handle-has-a-backend';
import { jsonIsValid } from './autodiscovery/json-is-valid';
import { logsAreCollected } from './autodiscovery/logs-are-collected';
import { onPodTemplate } from './autodiscovery/on-pod-template';
import { nameIsValid } from './cluster/name-is-valid';
import { addressIsStatic } from './cluster-agent/address-is-static';
import { addressIsUsable } from './cluster-agent/address-is-usable';
import { admissionIsOn } from './cluster-agent/admission-is-on';
import { containerHasItsImage } from './cluster-agent/container-has-its-image';
import { electsALeader } from './cluster-agent/elects-a-leader';
import { labelIsKnown } from './cluster-agent/label-is-known';
import { haveARunner } from './cluster-checks/have-a-runner';
import { certificateHasASecret } from './control-plane/certificate-has-a-secret';
import { certificateIsMounted } from './control-plane/certificate-is-mounted';
import { checksHaveAnAgent } from './control-plane/checks-have-an-agent';
import { keyIsBesideCertificate } from './control-plane/key-is-beside-certificate';
import { kubernetesServiceIsNotCopied } from './control-plane/kubernetes-service-is-not-copied';
import { noNodeBoundCheckOnFargate } from './control-plane/no-node-bound-check-on-fargate';
import { oneFileForEachCheck } from './control-plane/one-file-for-each-check';
import { oneResolveMode } from './control-plane/one-resolve-mode';
import { portHasAName } from './control-plane/port-has-a-name';
import { portIsThere } from './control-plane/port-is-there';
import { argoCdTokenIsFixed } from './credentials/argo-cd-token-is-fixed';
import { envHandleHasABackend } from './credentials/env-handle-has-a-backend';
import { externalSecretIsServed } from './credentials/external-secret-is-served';
import { literalValue } from './credentials/literal-value';
import { mayBeClearText } from './credentials/may-be-clear-text';
import { noClearText } from './credentials/no-clear-text';
import { noLiteralInPod } from './credentials/no-literal-in-pod';
import { secretInNamespace } from './credentials/secret-in-namespace';
import { tokenLength } from './credentials/token-length';
import { datadogmetricIsOn } from './external-metrics/datadogmetric-is-on';
import { hasAppKey } from './external-metrics/has-app-key';
import { oneProvider } from './external-metrics/one-provider';
import { claimsCanBeMounted } from './fargate/claims-can-be-mounted';
import { daemonSetStaysOff } from './fargate/daemon-set-stays-off';
import { loadBalancerTargetsPods } from './fargate/load-balancer-targets-pods';
import { networkPolicyIsEnforced } from './fargate/network-policy-is-enforced';
import { noAgentOfTheNode } from './fargate/no-agent-of-the-node';
import { noDaemonSet } from './fargate/no-daemon-set';
import { noHostFeatures } from './fargate/no-host-features';
import { noWebhookSocket } from './fargate/no-webhook-socket';
import { podFits } from './fargate/pod-fits';
import { FARGATE_POD_LIMIT_RULES } from './fargate/pod-limits';
import { podSize } from './fargate/pod-size';
import { profileMatches } from './fargate/profile-matches';
import { requestsAreSet } from './fargate/requests-are-set';
import { requestsEqualLimits } from './fargate/requests-equal-limits';
import { fits } from './fargate-logging/fits';
import { formIsValid } from './fargate-logging/form-is-valid';
import { hasOutput } from './fargate-logging/has-output';
import { inItsPlace } from './fargate-logging/in-its-place';
import { keysAreAllowed } from './fargate-logging/keys-are-allowed';
import { keysAreKnown } from './fargate-logging/keys-are-known';
import { matchReachesLogs } from './fargate-logging/match-reaches-logs';
import { namespaceIsLabelled } from './fargate-logging/namespace-is-labelled';
import { noEnvVars } from './fargate-logging/no-env-vars';
import { noPassword } from './fargate-logging/no-password';
import { onFargate } from './fargate-logging/on-fargate';
import { parserIsDefined } from './fargate-logging/parser-is-defined';
import { pluginsAreAllowed } from './fargate-logging/plugins-are-allowed';
import { requiredKeysAreSet } from './fargate-logging/required-keys-are-set';
import { sectionsAreAllowed } from './fargate-logging/sections-are-allowed';
import { shippedOnce } from './fargate-logging/shipped-once';
import { datadogIsOutsideTheMesh } from './istio/datadog-is-outside-the-mesh';
import { noProxyOnFargate } from './istio/no-proxy-on-fargate';
import { serviceEntryHasAllHosts } from './istio/service-entry-has-all-hosts';
import { apiIsServed } from './kubernetes/api-is-served';
import { containersHaveNames } from './kubernetes/containers-have-names';
import { namesAreValid } from './kubernetes/names-are-valid';
import { numbersAreExact } from './kubernetes/numbers-are-exact';
import { numbersAreFinite } from './kubernetes/numbers-are-finite';
import { oneKindOfName } from './kubernetes/one-kind-of-name';
import { quantity } from './kubernetes/quantity';
import { textsAreNoNumbers } from './kubernetes/texts-are-no-numbers';
import { textsAreReadable } from './kubernetes/texts-are-readable';
import { textsAreTexts } from './kubernetes/texts-are-texts';
import { podIsAdmitted } from './openshift/pod-is-admitted';
import { coveredOnce } from './placement/covered-once';
import { egressReachesTheAgent } from './placement/egress-reaches-the-agent';
import { fargateHasAProfile } from './placement/fargate-has-a-profile';
import { nodeAgentIsAdmitted } from './placement/node-agent-is-admitted';
import { nodeAgentRuns } from './placement/node-agent-runs';
import { nodeAgentTolerates } from './placement/node-agent-tolerates';
import { nodePortIsOpen } from './placement/node-port-is-open';
import { windowsHasNoAgent } from './placement/windows-has-no-agent';
import { bindingHasSubjects } from './rbac/binding-has-subjects';
import { Rule } from './rule';
import { autoscalerNamesAContainer } from './sidecar/autoscaler-names-a-container';
import { clusterAgentNameResolves } from './sidecar/cluster-agent-name-resolves';
import { clusterAgentUrlIsHttps } from './sidecar/cluster-agent-url-is-https';
import { defaultAccountWasInUse } from './sidecar/default-account-was-in-use';
import { everyPodHasAnAgent } from './sidecar/every-pod-has-an-agent';
import { findsClusterAgent } from './sidecar/finds-cluster-agent';
import { fitsLimitRange } from './sidecar/fits-limit-range';
import { fitsResourceQuota } from './sidecar/fits-resource-quota';
import { hasNodeName } from './sidecar/has-node-name';
import { injectedOnce } from './sidecar/injected-once';
import { jobCanEnd } from './sidecar/job-can-end';
import { nameserversKnowServices } from './sidecar/nameservers-know-services';
import { nativeNeedsKubernetes } from './sidecar/native-needs-kubernetes';
import { notAlsoByWebhook } from './sidecar/not-also-by-webhook';
import { nothingNeedsProcessOne } from './sidecar/nothing-needs-process-one';
import { runsAsSupportedUser } from './sidecar/runs-as-supported-user';
import { serviceAccountIsBound } from './sidecar/service-account-is-bound';
import { tokenIsMounted } from './sidecar/token-is-mounted';
import { tokenIsOutOfReach } from './sidecar/token-is-out-of-reach';
import { userIsNamed } from './sidecar/user-is-named';
import { verticalAutoscalerLeavesIt } from './sidecar/vertical-autoscaler-leaves-it';
import { injectedHasRoom } from './sidecar-injection/injected-has-room';
import { injectedOnFargate } from './sidecar-injection/injected-on-fargate';
import { injectedReachKubelet } from './sidecar-injection/injected-reach-kubelet';
import { oneWay } from './sidecar-injection/one-way';
import { webhookHasOneProfile } from './sidecar-injection/webhook-has-one-profile';
import { webhookHasOneSelector } from './sidecar-injection/webhook-has-one-selector';
import { webhookIsThere } from './sidecar-injection/webhook-is-there';
import { webhookLabelCounts } from './sidecar-injection/webhook-label-counts';
import { webhookProfileHasLimits } from './sidecar-injection/webhook-profile-has-limits';
import { webhookProviderIsKnown } from './sidecar-injection/webhook-provider-is-known';
import { webhookSecretIsThere } from './sidecar-injection/webhook-secret-is-there';
import { webhookSelectorChooses } from './sidecar-injection/webhook-selector-chooses';

/** Every rule, in the order in which findings are told. */
export const ALL_RULES: readonly Rule[] = [
  objectsAreUnique,
  nameIsValid,
  haveARunner,
  addressIsUsable,
  addressIsStatic,
  admissionIsOn,
  labelIsKnown,
  electsALeader,
  containerHasItsImage,
  tokenLength,
  literalValue,
  noLiteralInPod,
  noClearText,
  mayBeClearText,
  envHandleHasABackend,
  secretInNamespace,
  externalSecretIsServed,
  argoCdTokenIsFixed,
  bindingHasSubjects,
  quantity,
  textsAreTexts,
  textsAreReadable,
  textsAreNoNumbers,
  numbersAreFinite,
  namesAreValid,
  numbersAreExact,
  containersHaveNames,
  oneKindOfName,
  apiIsServed,
  hasAppKey,
  datadogmetricIsOn,
  oneProvider,
  coveredOnce,
  fargateHasAProfile,
  nodeAgentRuns,
  nodeAgentTolerates,
  nodeAgentIsAdmitted,
  windowsHasNoAgent,
  nodePortIsOpen,
  egressReachesTheAgent,
  noDaemonSet,
  daemonSetStaysOff,
  envHasEffect,
  ...FARGATE_POD_LIMIT_RULES,
  profileMatches,
  podFits,
  podSize,
  requestsAreSet,
  requestsEqualLimits,
  noHostFeatures,
  noWebhookSocket,
  networkPolicyIsEnforced,
  noAgentOfTheNode,
  claimsCanBeMounted,
  loadBalancerTargetsPods,
  podIsAdmitted,
  inItsPlace,
  namespaceIsLabelled,
  onFargate,
  keysAreKnown,
  fits,
  formIsValid,
  sectionsAreAllowed,
  hasOutput,
  pluginsAreAllowed,
  requiredKeysAreSet,
  keysAreAllowed,
  noEnvVars,
  parserIsDefined,
  noPassword,
  matchReachesLogs,
  shippedOnce,
  noProxyOnFargate,
  datadogIsOutsideTheMesh,
  serviceEntryHasAllHosts,
  injectedOnce,
  notAlsoByWebhook,
  tokenIsMounted,
  serviceAccountIsBound,
  defaultAccountWasInUse,
  hasNodeName,
  runsAsSupportedUser,
  findsClusterAgent,
  clusterAgentUrlIsHttps,
  clusterAgentNameResolves,
  jobCanEnd,
  nativeNeedsKubernetes,
  everyPodHasAnAgent,
  nothingNeedsProcessOne,
  tokenIsOutOfReach,
  userIsNamed,
  autoscalerNamesAContainer,
  verticalAutoscalerLeavesIt,
  fitsLimitRange,
  fitsResourceQuota,
  nameserversKnowServices,
  oneWay,
  webhookHasOneProfile,
  webhookHasOneSelector,
  webhookSelectorChooses,
  webhookProfileHasLimits,
  webhookProviderIsKnown,
  webhookSecretIsThere,
  webhookLabelCounts,
  injectedReachKubelet,
  injectedHasRoom,
  injectedOnFargate,
  webhookIsThere,
  containerExists,
  jsonIsValid,
  fileIsYaml,
  onPodTemplate,
  endpointsResolveIp,
  envIsTheAgents,
  handleHasABackend,
  logsAreCollected,
  checksHaveAnAgent,
  certificateIsMounted,
  keyIsBesideCertificate,
  certificateHasASecret,
  portIsThere,
  portHasAName,
  oneResolveMode,
  oneFileForEachCheck,
  noNodeBoundCheckOnFargate,
  kubernetesServiceIsNotCopied,
];
