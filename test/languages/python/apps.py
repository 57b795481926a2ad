"""The parts that the checks make their apps of."""

import copy
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Type

import cdk8s_plus_28 as kplus28
import cdk8s_plus_34 as kplus34
import jsii
from cdk8s import ApiObject, App, Chart, IAnyProducer, Include, JsonPatch, Lazy
from cdk8s_datadog import DatadogChart, DatadogCredentials, ExternalSecretStore, Platform
from constructs import Construct

AGENT = "datadog-agent-injected"
CACHE_YAML = Path(__file__).resolve().parents[3] / "examples" / "eks-fargate" / "cache.yaml"

SIZE = {"cpu": "250m", "memory": "256Mi"}
POD_SPEC: Dict[str, Any] = {
    "containers": [{"name": "web", "image": "nginx:1.29", "resources": {"requests": SIZE, "limits": SIZE}}]
}


def external_secrets() -> DatadogCredentials:
    return DatadogCredentials.external_secrets(
        store=ExternalSecretStore.aws(region="eu-west-1", role_arn="arn:aws:iam::111122223333:role/secrets"),
        api_key={"key": "datadog/apikey"},
        token={"key": "datadog/token"},
    )


def datadog(scope: Construct, **options: Any) -> DatadogChart:
    """Datadog in the namespace of the applications: two kinds of output name a file by kind and name alone."""
    defaults = {
        "platform": Platform.eks_fargate(),
        "cluster_name": "prod",
        "namespace": "shop",
        "credentials": DatadogCredentials.existing_secret(),
    }
    return DatadogChart(scope, "datadog", **{**defaults, **options})


def plain_deployment(
    scope: Construct, name: str, namespace: Optional[str] = "shop", cls: Type[ApiObject] = ApiObject, **pod_spec: Any
) -> ApiObject:
    """An ApiObject of no toolkit. Python has no argument for its spec, so that comes as a patch."""
    deployment = cls(
        scope, name, api_version="apps/v1", kind="Deployment", metadata={"name": name, "namespace": namespace}
    )
    labels = {"app": name}
    deployment.add_json_patch(
        JsonPatch.add(
            "/spec",
            {
                "selector": {"matchLabels": labels},
                "template": {"metadata": {"labels": labels}, "spec": {**copy.deepcopy(POD_SPEC), **pod_spec}},
            },
        )
    )
    return deployment


def every_origin(scope: Construct) -> Chart:
    """One workload of every origin, in one chart."""
    chart = Chart(scope, "shop", namespace="shop")
    plain_deployment(chart, "plain")
    Include(chart, "include", url=str(CACHE_YAML))
    k8s = kplus28.k8s
    k8s.KubeDeployment(
        chart,
        "generated",
        spec=k8s.DeploymentSpec(
            selector=k8s.LabelSelector(match_labels={"app": "generated"}),
            template=k8s.PodTemplateSpec(
                metadata=k8s.ObjectMeta(labels={"app": "generated"}),
                spec=k8s.PodSpec(containers=[k8s.Container(name="web", image="nginx:1.29")]),
            ),
        ),
    )
    kplus28.Deployment(chart, "plus28", containers=[kplus28.ContainerProps(image="nginx:1.29", port_number=8080)])
    kplus34.Deployment(chart, "plus34", containers=[kplus34.ContainerProps(image="nginx:1.29", port_number=8080)])
    return chart


ORIGINS = 5


@jsii.implements(IAnyProducer)
class Producer:
    """A value that Python computes while JavaScript renders, counting how often."""

    def __init__(self, produce: Callable[[], Any]) -> None:
        self._produce = produce
        self.calls = 0

    def produce(self) -> Any:
        self.calls += 1
        return self._produce()


def produced_by(scope: Construct, name: str, produce: Callable[[], Any]) -> Producer:
    """A ConfigMap with a field that Python produces at every render."""
    producer = Producer(produce)
    config = ApiObject(scope, name, api_version="v1", kind="ConfigMap", metadata={"name": name, "namespace": "shop"})
    config.metadata.add("produced", Lazy.any(producer))
    return producer


def pod_specs(manifests: List[Dict[str, Any]]) -> Dict[str, Dict[str, Any]]:
    """Pod specs of the Deployments, by name."""
    return {m["metadata"]["name"]: m["spec"]["template"]["spec"] for m in manifests if m["kind"] == "Deployment"}


def agents_in(spec: Dict[str, Any]) -> int:
    containers = spec["containers"] + spec.get("initContainers", [])
    return sum(container["name"] == AGENT for container in containers)


def instrumented(app: App, make: Callable[[Construct], Chart], **options: Any) -> Chart:
    """Adds Datadog to the app, and a chart that is instrumented."""
    chart = make(app)
    datadog(app, **options).instrument(chart)
    return chart
