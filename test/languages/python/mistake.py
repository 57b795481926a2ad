"""An app whose cluster has a name that the Agent would ignore, to see what its user reads."""

from cdk8s import App
from cdk8s_datadog import DatadogChart, DatadogCredentials, Platform

DatadogChart(
    App(),
    "tokyo",
    platform=Platform.eks_fargate(),
    cluster_name="Bad Name",
    credentials=DatadogCredentials.existing_secret(),
)
