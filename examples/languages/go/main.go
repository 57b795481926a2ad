// The cluster of examples/eks-fargate-plain, written in Go: the same manifests, byte for byte.
package main

import (
	"fmt"

	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-datadog/cdk8s-datadog-go/cdk8sdatadog"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

type object = map[string]any

// Fargate wants requests equal to limits.
var (
	size      = object{"cpu": "250m", "memory": "256Mi"}
	resources = object{"requests": size, "limits": size}
)

// newShop makes a web server and a nightly report, written with cdk8s alone.
func newShop(scope constructs.Construct, id string) cdk8s.Chart {
	chart := cdk8s.NewChart(scope, &id, &cdk8s.ChartProps{Namespace: jsii.String("shop")})
	labels := object{"app": "web"}
	cdk8s.NewApiObject(chart, jsii.String("namespace"), &cdk8s.ApiObjectProps{
		ApiVersion: jsii.String("v1"),
		Kind:       jsii.String("Namespace"),
		Metadata:   &cdk8s.ApiObjectMetadata{Name: jsii.String("shop")},
	})
	cdk8s.NewApiObject(chart, jsii.String("account"), &cdk8s.ApiObjectProps{
		ApiVersion: jsii.String("v1"),
		Kind:       jsii.String("ServiceAccount"),
		Metadata:   &cdk8s.ApiObjectMetadata{Name: jsii.String("web")},
	})
	newWorkload(chart, "web", "apps/v1", "Deployment", object{
		"replicas": 2,
		"selector": object{"matchLabels": labels},
		"template": object{
			"metadata": object{"labels": labels},
			"spec": object{
				"serviceAccountName": "web",
				"containers": []object{{
					"name":      "web",
					"image":     "nginx:1.29",
					"ports":     []object{{"containerPort": 8080}},
					"resources": resources,
				}},
			},
		},
	})
	newWorkload(chart, "report", "batch/v1", "CronJob", object{
		"schedule": "0 0 * * *",
		"jobTemplate": object{"spec": object{"template": object{"spec": object{
			"restartPolicy": "Never",
			"containers": []object{{
				"name":      "report",
				"image":     "busybox:1.37",
				"command":   []string{"sh", "-c", "echo done"},
				"resources": resources,
			}},
		}}}},
	})
	return chart
}

// newWorkload makes an ApiObject, which has no field for a spec in Go, so that comes as a patch.
func newWorkload(scope constructs.Construct, id, apiVersion, kind string, spec object) {
	workload := cdk8s.NewApiObject(scope, &id, &cdk8s.ApiObjectProps{ApiVersion: &apiVersion, Kind: &kind})
	workload.AddJsonPatch(cdk8s.JsonPatch_Add(jsii.String("/spec"), spec))
}

// newCache makes a cache that comes as plain YAML.
func newCache(scope constructs.Construct, id string) cdk8s.Chart {
	chart := cdk8s.NewChart(scope, &id, &cdk8s.ChartProps{Namespace: jsii.String("cache")})
	cdk8s.NewInclude(chart, jsii.String("yaml"), &cdk8s.IncludeProps{Url: jsii.String("../../eks-fargate/cache.yaml")})
	return chart
}

func main() {
	defer jsii.Close()

	app := cdk8s.NewApp(nil)

	datadog := cdk8sdatadog.NewDatadogChart(app, jsii.String("datadog"), &cdk8sdatadog.DatadogChartProps{
		Platform:    cdk8sdatadog.Platform_EksFargate(nil),
		ClusterName: jsii.String("prod-tokyo"),
		Site:        cdk8sdatadog.DatadogSite_AP1(),
		Tags:        &map[string]*string{"env": jsii.String("prd"), "system": jsii.String("shop")},
		Credentials: credentials(),
	})
	datadog.Instrument(newShop(app, "shop"), newCache(app, "cache"))

	app.Synth()
	fmt.Println(*datadog.Summary())
}

func credentials() cdk8sdatadog.DatadogCredentials {
	return cdk8sdatadog.DatadogCredentials_ExternalSecrets(&cdk8sdatadog.ExternalSecretsOptions{
		Store: cdk8sdatadog.ExternalSecretStore_Aws(&cdk8sdatadog.AwsStoreOptions{
			Region:  jsii.String("ap-northeast-1"),
			RoleArn: jsii.String("arn:aws:iam::111122223333:role/datadog-secrets"),
		}),
		ApiKey: &cdk8sdatadog.RemoteKey{Key: jsii.String("datadog/apikey")},
		Token:  &cdk8sdatadog.RemoteKey{Key: jsii.String("datadog/cluster-agent-token")},
	})
}
