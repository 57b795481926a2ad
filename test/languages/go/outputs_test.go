package languages

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"go.yaml.in/yaml/v3"
)

// output is one of the ways in which an app of cdk8s becomes manifests.
type output struct {
	name     string
	yamlType cdk8s.YamlOutputType
}

var outputs = []output{
	{"FILE_PER_APP", cdk8s.YamlOutputType_FILE_PER_APP},
	{"FILE_PER_CHART", cdk8s.YamlOutputType_FILE_PER_CHART},
	{"FILE_PER_RESOURCE", cdk8s.YamlOutputType_FILE_PER_RESOURCE},
	{"FOLDER_PER_CHART", cdk8s.YamlOutputType_FOLDER_PER_CHART_FILE_PER_RESOURCE},
	{name: "SynthYaml"},
	{name: "Testing_Synth"},
}

// forEveryOutput runs a check with each of them.
func forEveryOutput(t *testing.T, check func(t *testing.T, o output)) {
	for _, o := range outputs {
		t.Run(o.name, func(t *testing.T) { check(t, o) })
	}
}

func (o output) props(t *testing.T) *cdk8s.AppProps {
	outdir := t.TempDir()
	return &cdk8s.AppProps{Outdir: &outdir, YamlOutputType: o.yamlType}
}

func (o output) app(t *testing.T) cdk8s.App {
	return cdk8s.NewApp(o.props(t))
}

func (o output) manifests(t *testing.T, app cdk8s.App) []any {
	manifests := []any{}
	switch o.name {
	case "SynthYaml":
		manifests = load(t, *app.SynthYaml())
	case "Testing_Synth":
		for _, chart := range *app.Charts() {
			manifests = append(manifests, *cdk8s.Testing_Synth(chart)...)
		}
	default:
		remove(t, app)
		app.Synth()
		for _, file := range files(t, app) {
			text, err := os.ReadFile(file)
			must(t, err)
			manifests = append(manifests, load(t, string(text))...)
		}
	}
	return manifests
}

// files are all that was written.
func files(t *testing.T, app cdk8s.App) []string {
	found := []string{}
	must(t, filepath.WalkDir(*app.Outdir(), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, path)
		}
		return err
	}))
	return found
}

func remove(t *testing.T, app cdk8s.App) {
	for _, file := range files(t, app) {
		must(t, os.Remove(file))
	}
}

// canonical text, in an order that does not depend on how the manifests were written.
func canonical(t *testing.T, manifests []any) string {
	texts := []string{}
	for _, manifest := range manifests {
		text, err := json.Marshal(manifest)
		must(t, err)
		texts = append(texts, string(text))
	}
	slices.Sort(texts)
	return strings.Join(texts, "\n")
}

func load(t *testing.T, text string) []any {
	manifests := []any{}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for {
		var manifest any
		err := decoder.Decode(&manifest)
		if errors.Is(err, io.EOF) {
			return manifests
		}
		must(t, err)
		if manifest != nil {
			manifests = append(manifests, manifest)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
