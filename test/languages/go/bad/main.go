// An app that breaks a rule, to see what its user is told.
package main

import (
	"languages/apps"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	shop := cdk8s.NewChart(app, jsii.String("shop"), nil)
	apps.Deployment(shop, "web", apps.HostNetwork)
	apps.Datadog(app).Instrument(shop)
	app.Synth()
}
