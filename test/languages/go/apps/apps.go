// Package apps has the parts that the checks make their apps of.
package apps

import (
	"maps"

	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-datadog/cdk8s-datadog-go/cdk8sdatadog"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

// Object is a piece of a manifest.
type Object = map[string]any

const agent = "datadog-agent-injected"

// HostNetwork is what no pod on Fargate can have.
var HostNetwork = Object{"hostNetwork": true}

// Datadog stands in the namespace of the applications: two kinds of output name a file by kind and name alone.
func Datadog(scope constructs.Construct) cdk8sdatadog.DatadogChart {
	return cdk8sdatadog.NewDatadogChart(scope, jsii.String("datadog"), &cdk8sdatadog.DatadogChartProps{
		Platform:    cdk8sdatadog.Platform_EksFargate(nil),
		ClusterName: jsii.String("prod"),
		Namespace:   jsii.String("shop"),
		Credentials: cdk8sdatadog.DatadogCredentials_ExistingSecret(nil),
	})
}

// Props of an object in the namespace shop.
func Props(apiVersion, kind, name string) *cdk8s.ApiObjectProps {
	metadata := &cdk8s.ApiObjectMetadata{Name: &name, Namespace: jsii.String("shop")}
	return &cdk8s.ApiObjectProps{ApiVersion: &apiVersion, Kind: &kind, Metadata: metadata}
}

// Deployment with one container, and what is given for its pod.
func Deployment(scope constructs.Construct, name string, podSpec Object) cdk8s.ApiObject {
	deployment := cdk8s.NewApiObject(scope, &name, Props("apps/v1", "Deployment", name))
	AddSpec(deployment, name, podSpec)
	return deployment
}

// AddSpec as a patch: ApiObject has no field for a spec in Go.
func AddSpec(deployment cdk8s.ApiObject, name string, podSpec Object) {
	labels := Object{"app": name}
	size := Object{"cpu": "250m", "memory": "256Mi"}
	spec := Object{"containers": []Object{{
		"name":      "web",
		"image":     "nginx:1.29",
		"resources": Object{"requests": size, "limits": size},
	}}}
	maps.Copy(spec, podSpec)
	deployment.AddJsonPatch(cdk8s.JsonPatch_Add(jsii.String("/spec"), Object{
		"selector": Object{"matchLabels": labels},
		"template": Object{"metadata": Object{"labels": labels}, "spec": spec},
	}))
}

// Instrumented is a chart with one workload, named plain.
func Instrumented(app cdk8s.App) cdk8s.Chart {
	shop := cdk8s.NewChart(app, jsii.String("shop"), &cdk8s.ChartProps{Namespace: jsii.String("shop")})
	Deployment(shop, "plain", nil)
	Datadog(app).Instrument(shop)
	return shop
}

// Producer computes a value in Go while JavaScript renders, counting how often.
type Producer struct {
	produce func() any
	Calls   int
}

// Produce is called by cdk8s.
func (p *Producer) Produce() any {
	p.Calls++
	return p.produce()
}

// ProducedBy makes a ConfigMap with a field that Go produces at every render.
func ProducedBy(scope constructs.Construct, name string, produce func() any) *Producer {
	producer := &Producer{produce: produce}
	config := cdk8s.NewApiObject(scope, &name, Props("v1", "ConfigMap", name))
	config.Metadata().Add(jsii.String("produced"), cdk8s.Lazy_Any(producer))
	return producer
}

// At is the value at a path of a manifest, or nil.
func At(value any, path ...string) any {
	for _, key := range path {
		object, _ := value.(Object)
		value = object[key]
	}
	return value
}

// Agents in the pods of Deployments, by name.
func Agents(manifests []any) map[string]int {
	agents := map[string]int{}
	for _, manifest := range manifests {
		if At(manifest, "kind") != "Deployment" {
			continue
		}
		name := At(manifest, "metadata", "name").(string)
		agents[name] = 0
		for _, list := range []string{"containers", "initContainers"} {
			containers, _ := At(manifest, "spec", "template", "spec", list).([]any)
			for _, container := range containers {
				if At(container, "name") == agent {
					agents[name]++
				}
			}
		}
	}
	return agents
}
