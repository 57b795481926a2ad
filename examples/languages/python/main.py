"""The cluster of examples/eks-fargate, written in Python: the same manifests, byte for byte."""

from pathlib import Path

import cdk8s_plus_28 as kplus28
import cdk8s_plus_34 as kplus34
from cdk8s import App, Chart, Cron, Include, Size
from cdk8s_datadog import DatadogChart, DatadogCredentials, DatadogSite, ExternalSecretStore, Platform
from constructs import Construct

EXAMPLES = Path(__file__).resolve().parents[2]

# Fargate wants requests equal to limits, which the defaults of cdk8s-plus are not.
MEMORY = {"request": Size.mebibytes(256), "limit": Size.mebibytes(256)}


class Shop(Chart):
    """A web server and a nightly report, written with cdk8s-plus-28."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id, namespace="shop")
        cpu = kplus28.Cpu.millis(250)
        resources = kplus28.ContainerResources(cpu={"request": cpu, "limit": cpu}, memory=MEMORY)
        kplus28.Namespace(self, "Namespace", metadata={"name": "shop"})
        kplus28.Deployment(
            self,
            "web",
            service_account=kplus28.ServiceAccount(self, "account", metadata={"name": "web"}),
            containers=[kplus28.ContainerProps(name="web", image="nginx:1.29", port_number=8080, resources=resources)],
        )
        kplus28.CronJob(
            self,
            "report",
            schedule=Cron.daily(),
            containers=[
                kplus28.ContainerProps(
                    name="report",
                    image="busybox:1.37",
                    command=["sh", "-c", "echo done"],
                    resources=resources,
                ),
            ],
        )


class Billing(Chart):
    """A queue worker of another team, written with another version of cdk8s-plus."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id, namespace="billing")
        cpu = kplus34.Cpu.millis(250)
        resources = kplus34.ContainerResources(cpu={"request": cpu, "limit": cpu}, memory=MEMORY)
        kplus34.Namespace(self, "Namespace", metadata={"name": "billing"})
        kplus34.StatefulSet(
            self,
            "worker",
            service=kplus34.Service(self, "service", ports=[kplus34.ServicePort(port=8080)]),
            containers=[kplus34.ContainerProps(name="worker", image="redis:8", port_number=6379, resources=resources)],
        )


class Cache(Chart):
    """A cache that comes as plain YAML."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id, namespace="cache")
        Include(self, "yaml", url=str(EXAMPLES / "eks-fargate" / "cache.yaml"))


app = App()

datadog = DatadogChart(
    app,
    "datadog",
    platform=Platform.eks_fargate(),
    cluster_name="prod-tokyo",
    site=DatadogSite.AP1,
    tags={"env": "prd", "system": "shop"},
    credentials=DatadogCredentials.external_secrets(
        store=ExternalSecretStore.aws(
            region="ap-northeast-1",
            role_arn="arn:aws:iam::111122223333:role/datadog-secrets",
        ),
        api_key={"key": "datadog/apikey"},
        token={"key": "datadog/cluster-agent-token"},
    ),
)
datadog.instrument(Shop(app, "shop"), Billing(app, "billing"), Cache(app, "cache"))

app.synth()
print(datadog.summary())
