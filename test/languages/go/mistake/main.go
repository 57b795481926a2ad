// An app whose cluster has a name that the Agent would ignore, to see what its user reads.
package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-datadog/cdk8s-datadog-go/cdk8sdatadog"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	cdk8sdatadog.NewDatadogChart(cdk8s.NewApp(nil), jsii.String("tokyo"), &cdk8sdatadog.DatadogChartProps{
		Platform:    cdk8sdatadog.Platform_EksFargate(nil),
		ClusterName: jsii.String("Bad Name"),
		Credentials: cdk8sdatadog.DatadogCredentials_ExistingSecret(nil),
	})
}
