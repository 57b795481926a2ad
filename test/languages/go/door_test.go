// Package languages checks the door to other people's manifests, from Go. The library wraps methods of JavaScript
// objects, and the jsii kernel calls prototypes: it goes round the wrapping that TypeScript programs meet. So what holds
// there is checked here again, for every way in which an app is rendered.
package languages

import (
	"fmt"
	"languages/apps"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-datadog/cdk8s-datadog-go/cdk8sdatadog"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

type ownObject struct{ cdk8s.ApiObject }

func (o *ownObject) ToJson() any {
	json := maps.Clone(o.ApiObject.ToJson().(apps.Object))
	json["from"] = "Go"
	return json
}

func newOwnObject(chart cdk8s.Chart, kind, apiVersion string) cdk8s.ApiObject {
	own := &ownObject{}
	cdk8s.NewApiObject_Override(own, chart, jsii.String("own"), apps.Props(apiVersion, kind, "own"))
	return own
}

type ownChart struct{ cdk8s.Chart }

func (o *ownChart) ToJson() *[]any { return o.Chart.ToJson() }

type ownApp struct{ cdk8s.App }

func (o *ownApp) Synth()             { o.App.Synth() }
func (o *ownApp) SynthYaml() *string { return o.App.SynthYaml() }

// afterAPanicInACallback the runtime of Go owes the kernel an answer for ever, so what comes next needs a new kernel.
func afterAPanicInACallback(t *testing.T) {
	t.Cleanup(jsii.Close)
}

// panicOf is the text of the panic in work.
func panicOf(t *testing.T, work func()) (text string) {
	t.Helper()
	defer func() { text = fmt.Sprint(recover()) }()
	work()
	t.Fatal("there was no panic")
	return
}

func requireTells(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Fatalf("no %s in: %s", part, text)
		}
	}
}

func requireNothingIsWritten(t *testing.T, app cdk8s.App) {
	t.Helper()
	if written := files(t, app); len(written) > 0 {
		t.Fatalf("written: %v", written)
	}
}

func requireAgents(t *testing.T, manifests []any, name string) {
	t.Helper()
	if agents := apps.Agents(manifests); agents[name] != 1 {
		t.Fatalf("agents: %v", agents)
	}
}

func findingsOf(construct constructs.IConstruct, severity cdk8sdatadog.FindingSeverity) []*cdk8sdatadog.Finding {
	found := []*cdk8sdatadog.Finding{}
	for _, finding := range *cdk8sdatadog.Findings_Of(construct) {
		if finding.Severity == severity {
			found = append(found, finding)
		}
	}
	return found
}

func include(t *testing.T, chart cdk8s.Chart) {
	yaml, err := filepath.Abs("../../../examples/eks-fargate/cache.yaml")
	must(t, err)
	cdk8s.NewInclude(chart, jsii.String("include"), &cdk8s.IncludeProps{Url: &yaml})
}

func TestEveryPodHasTheAgentOnce(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		include(t, apps.Instrumented(app))
		agents := apps.Agents(o.manifests(t, app))
		expected := map[string]int{"plain": 1, "cache": 1, "datadog-cluster-agent": 0, "datadog-clusterchecks": 0}
		if !maps.Equal(agents, expected) {
			t.Fatalf("agents: %v", agents)
		}
	})
}

func TestManifestsAreTheSameInEveryOutput(t *testing.T) {
	texts := map[string]bool{}
	for _, o := range outputs {
		app := o.app(t)
		include(t, apps.Instrumented(app))
		texts[canonical(t, o.manifests(t, app))] = true
	}
	if len(texts) != 1 {
		t.Fatalf("%d different", len(texts))
	}
}

func TestAnObjectIsRenderedOnce(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		producer := apps.ProducedBy(apps.Instrumented(app), "counted", func() any { return "value" })
		if o.name == "Testing_Synth" {
			cdk8s.Testing_Synth((*app.Charts())[0])
		} else {
			o.manifests(t, app)
		}
		if producer.Calls != 1 {
			t.Fatalf("%d times", producer.Calls)
		}
	})
}

func TestAFindingLeavesNothingWritten(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		apps.Instrumented(app)
		apps.Deployment(cdk8s.NewChart(app, jsii.String("bad"), nil), "on-the-host", apps.HostNetwork)
		text := panicOf(t, func() { o.manifests(t, app) })
		requireTells(t, text, "[bad/on-the-host] fargate/no-host-network: ", "'hostNetwork' is true", "Remove it", "https://")
		requireNothingIsWritten(t, app)
	})
}

func TestAnOverrideOfToJsonIsToldWithItsPath(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		apps.AddSpec(newOwnObject(apps.Instrumented(app), "Deployment", "apps/v1"), "own", nil)
		requireTells(t, panicOf(t, func() { o.manifests(t, app) }), "[shop/own] sidecar/manifest-can-be-changed")
		requireNothingIsWritten(t, app)
	})
}

func TestAnOverrideOfToJsonElsewhereIsLeftAlone(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		newOwnObject(apps.Instrumented(app), "ConfigMap", "v1")
		for _, manifest := range o.manifests(t, app) {
			if apps.At(manifest, "from") == "Go" {
				return
			}
		}
		t.Fatal("what Go adds is not there")
	})
}

func TestAChartThatOverridesToJsonIsTold(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		afterAPanicInACallback(t)
		app := o.app(t)
		own := &ownChart{}
		cdk8s.NewChart_Override(own, app, jsii.String("own"), nil)
		apps.Deployment(own, "plain", nil)
		apps.Datadog(app).Instrument(own)
		requireTells(t, panicOf(t, func() { o.manifests(t, app) }), "[own] sidecar/manifest-can-be-changed")
		requireNothingIsWritten(t, app)
	})
}

func TestAnAppThatOverridesSynthIsChecked(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		afterAPanicInACallback(t)
		app := &ownApp{}
		cdk8s.NewApp_Override(app, o.props(t))
		shop := apps.Instrumented(app)
		requireAgents(t, o.manifests(t, app), "plain")
		remove(t, app)
		apps.Deployment(shop, "bad", apps.HostNetwork)
		requireTells(t, panicOf(t, func() { o.manifests(t, app) }), "[shop/bad]")
		requireNothingIsWritten(t, app)
	})
}

func TestASecondSynthesisHasTheChange(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		shop := apps.Instrumented(app)
		for _, late := range []string{"late", "later"} {
			o.manifests(t, app)
			apps.Deployment(shop, late, nil)
			requireAgents(t, o.manifests(t, app), late)
		}
	})
}

func TestAnAppThatWasMendedIsWritten(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		bad := apps.Deployment(apps.Instrumented(app), "bad", apps.HostNetwork)
		panicOf(t, func() { o.manifests(t, app) })
		bad.AddJsonPatch(cdk8s.JsonPatch_Remove(jsii.String("/spec/template/spec/hostNetwork")))
		requireAgents(t, o.manifests(t, app), "bad")
	})
}

func TestAnAcknowledgedFindingIsWritten(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		datadog := apps.Datadog(app)
		bad := apps.Deployment(cdk8s.NewChart(app, jsii.String("elsewhere"), nil), "bad", apps.HostNetwork)
		panicOf(t, func() { o.manifests(t, app) })
		cdk8sdatadog.Findings_Acknowledge(bad, jsii.String("fargate/no-host-network"), jsii.String("runs on nodes"))
		o.manifests(t, app)
		requireTells(t, *datadog.Summary(), "fargate/no-host-network: runs on nodes")
	})
}

func TestFindingsAreData(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		apps.Instrumented(app)
		bad := apps.Deployment(cdk8s.NewChart(app, jsii.String("bad"), nil), "on-the-host", apps.HostNetwork)
		panicOf(t, func() { o.manifests(t, app) })
		errors := findingsOf(app, cdk8sdatadog.FindingSeverity_ERROR)
		if len(errors) != 1 {
			t.Fatalf("%d errors", len(errors))
		}
		found := errors[0]
		if *found.Rule != "fargate/no-host-network" || *found.Path != "bad/on-the-host" || *found.Object != "Deployment shop/on-the-host" {
			t.Fatalf("found: %s at %s, %s", *found.Rule, *found.Path, *found.Object)
		}
		requireTells(t, *found.Reason, "'hostNetwork' is true")
		requireTells(t, *found.Remedy, "Remove it")
		requireTells(t, *found.Link, "https://")
		if found.AcknowledgedBecause != nil {
			t.Fatalf("acknowledged: %s", *found.AcknowledgedBecause)
		}
		cdk8sdatadog.Findings_Acknowledge(bad, jsii.String("fargate/no-host-network"), jsii.String("runs on nodes"))
		o.manifests(t, app)
		accepted := findingsOf(bad, cdk8sdatadog.FindingSeverity_ERROR)
		if len(accepted) != 1 || *accepted[0].AcknowledgedBecause != "runs on nodes" {
			t.Fatalf("accepted: %v", accepted)
		}
	})
}

func TestWarningsStopTheSynthesisWhereTheyAreMadeTo(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		app := o.app(t)
		shop := apps.Instrumented(app)
		small := apps.Object{"containers": []apps.Object{{"name": "web", "image": "nginx:1.29"}}}
		apps.Deployment(shop, "small", small)
		o.manifests(t, app)
		warnings := findingsOf(shop, cdk8sdatadog.FindingSeverity_WARNING)
		if len(warnings) != 1 || *warnings[0].Rule != "fargate/requests-are-set" || *warnings[0].Path != "shop/small" {
			t.Fatalf("warnings: %v", warnings)
		}
		remove(t, app)
		cdk8sdatadog.Findings_FailOnWarnings(shop)
		requireTells(t, panicOf(t, func() { o.manifests(t, app) }), "[shop/small] fargate/requests-are-set")
		requireNothingIsWritten(t, app)
		cdk8sdatadog.Findings_Acknowledge(shop, jsii.String("fargate/requests-are-set"), jsii.String("the smallest size is enough"))
		requireAgents(t, o.manifests(t, app), "small")
	})
}

func TestWhatFindingsRefusesIsTold(t *testing.T) {
	app := cdk8s.Testing_App(nil)
	shop := apps.Instrumented(app)
	requireTells(t, panicOf(t, func() { cdk8sdatadog.Findings_Of(app) }), "findings/after-a-synthesis")
	requireTells(t, panicOf(t, func() {
		cdk8sdatadog.Findings_Acknowledge(shop, jsii.String("fargate/no-host-netwrok"), jsii.String("runs on nodes"))
	}), "Write 'fargate/no-host-network'")
}

func TestAPanicInGoIsToldAndForgotten(t *testing.T) {
	forEveryOutput(t, func(t *testing.T, o output) {
		afterAPanicInACallback(t)
		app := o.app(t)
		fails := true
		apps.ProducedBy(apps.Instrumented(app), "moody", func() any {
			if fails {
				panic("not yet")
			}
			return "now"
		})
		requireTells(t, panicOf(t, func() { o.manifests(t, app) }), "not yet")
		requireNothingIsWritten(t, app)
		fails = false
		requireAgents(t, o.manifests(t, app), "plain")
	})
}

func TestAnOptionThatCannotWorkIsToldAtOnce(t *testing.T) {
	text := panicOf(t, func() {
		cdk8sdatadog.NewDatadogChart(cdk8s.Testing_App(nil), jsii.String("datadog"), &cdk8sdatadog.DatadogChartProps{
			Platform:    cdk8sdatadog.Platform_EksFargate(nil),
			ClusterName: jsii.String("Prod Tokyo"),
			Credentials: cdk8sdatadog.DatadogCredentials_ExistingSecret(nil),
		})
	})
	requireTells(t, text, "cluster/name-is-valid", "Prod Tokyo")
}
