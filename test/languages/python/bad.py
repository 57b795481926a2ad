"""An app that breaks a rule, to see what its user is told."""

from apps import datadog, plain_deployment
from cdk8s import App, Chart

app = App()
shop = Chart(app, "shop")
plain_deployment(shop, "web", hostNetwork=True)
datadog(app).instrument(shop)
app.synth()
