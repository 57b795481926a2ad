"""Every way in which an app of cdk8s becomes manifests."""

import json
import tempfile
from pathlib import Path
from typing import Any, Dict, List, Optional, Type

import yaml
from cdk8s import App, Testing, YamlOutputType

Manifest = Dict[str, Any]


class Output:
    """One of the ways. An app for it is made by `app`, and `manifests` renders it."""

    def __init__(self, name: str, output_type: Optional[YamlOutputType] = None) -> None:
        self.name = name
        self.output_type = output_type

    def app(self, app_class: Type[App] = App) -> App:
        return app_class(outdir=tempfile.mkdtemp(prefix="door-"), yaml_output_type=self.output_type)

    def manifests(self, app: App) -> List[Manifest]:
        if self.name == "synth_yaml":
            return load(app.synth_yaml())
        if self.name == "Testing.synth":
            return [manifest for chart in app.charts for manifest in Testing.synth(chart)]
        for old in files(app):
            old.unlink()
        app.synth()
        return [manifest for file in files(app) for manifest in load(file.read_text())]


OUTPUTS = [
    *(Output(output_type.name, output_type) for output_type in YamlOutputType),
    Output("synth_yaml"),
    Output("Testing.synth"),
]


def files(app: App) -> List[Path]:
    """Everything that was written."""
    return sorted(path for path in Path(app.outdir).rglob("*") if path.is_file())


def load(text: str) -> List[Manifest]:
    # The loader of cdk8s starts a process for every file.
    return [manifest for manifest in yaml.load_all(text, yaml.CSafeLoader) if manifest]


def canonical(manifests: List[Manifest]) -> List[str]:
    """In an order that does not depend on how they were written."""
    return sorted(json.dumps(manifest, sort_keys=True) for manifest in manifests)
