"""The door to other people's manifests, from Python.

The library wraps methods of JavaScript objects, and the jsii kernel calls prototypes: it goes round the wrapping that
TypeScript programs meet. So what holds there is checked here again, for every way in which an app is rendered.
"""

from typing import Callable, List

from apps import (
    ORIGINS,
    agents_in,
    datadog,
    every_origin,
    external_secrets,
    instrumented,
    plain_deployment,
    pod_specs,
    produced_by,
)
from cdk8s import ApiObject, App, Chart, JsonPatch, Testing
from cdk8s_datadog import DatadogChart, DatadogCredentials, FindingSeverity, Findings, Platform
from outputs import OUTPUTS, Output, canonical, files

def error_of(work: Callable[[], object]) -> str:
    try:
        work()
    except RuntimeError as error:
        return str(error)
    raise AssertionError("nothing was raised")


def shop_with(*deployments: str, **pod_spec: object) -> Callable[[App], Chart]:
    def make(app: App) -> Chart:
        chart = Chart(app, "shop")
        for name in deployments:
            plain_deployment(chart, name, **pod_spec)
        return chart

    return make


def every_pod_has_the_agent_once(output: Output) -> None:
    app = output.app()
    instrumented(app, every_origin)
    specs = pod_specs(output.manifests(app))
    counts = [agents_in(spec) for spec in specs.values()]
    assert sorted(counts) == [0, 0] + [1] * ORIGINS, f"Cluster Agent, runners and {ORIGINS} applications: {counts}"


def manifests_are_the_same_as_in_every_other_output(output: Output) -> None:
    def canonical_of(one: Output) -> List[str]:
        app = one.app()
        instrumented(app, every_origin)
        return canonical(one.manifests(app))

    assert canonical_of(output) == canonical_of(OUTPUTS[0])


def an_object_is_rendered_once(output: Output) -> None:
    app = output.app()
    producer = produced_by(instrumented(app, shop_with("plain")), "counted", lambda: "value")
    if output.name == "Testing.synth":
        Testing.synth(app.charts[0])
    else:
        output.manifests(app)
    assert producer.calls == 1, f"{producer.calls} times"


def a_finding_leaves_nothing_written(output: Output) -> None:
    app = output.app()
    instrumented(app, shop_with("good"))
    bad = Chart(app, "bad")
    plain_deployment(bad, "on-the-host", hostNetwork=True)
    text = error_of(lambda: output.manifests(app))
    for part in ("[bad/on-the-host]", "fargate/no-host-network", "'hostNetwork' is true", "Remove it", "https://"):
        assert part in text, f"no {part} in: {text}"
    assert files(app) == [], f"written: {files(app)}"


def an_override_of_to_json_is_told_with_its_path(output: Output) -> None:
    class Own(ApiObject):
        def to_json(self):  # type: ignore[no-untyped-def]
            return super().to_json()

    app = output.app()
    shop = instrumented(app, shop_with("plain"))
    plain_deployment(shop, "own", cls=Own)
    text = error_of(lambda: output.manifests(app))
    assert "[shop/own] sidecar/manifest-can-be-changed" in text, text
    assert files(app) == [], f"written: {files(app)}"


def an_override_elsewhere_is_left_alone(output: Output) -> None:
    class Own(ApiObject):
        def to_json(self):  # type: ignore[no-untyped-def]
            return {**super().to_json(), "data": {"from": "Python"}}

    app = output.app()
    shop = instrumented(app, shop_with("plain"))
    Own(shop, "own", api_version="v1", kind="ConfigMap", metadata={"name": "own", "namespace": "shop"})
    assert {"from": "Python"} in [manifest.get("data") for manifest in output.manifests(app)]


def a_namespace_that_only_synthesis_knows_is_covered(output: Output) -> None:
    app = output.app()
    dd = datadog(app)
    shop = Chart(app, "shop")
    dd.instrument(shop)
    late = plain_deployment(shop, "late", namespace=None)
    late.add_json_patch(JsonPatch.add("/metadata/namespace", "unforeseen"))
    # The charts that come before shop, Testing.synth has rendered before it is known.
    manifests = [output.manifests(app), output.manifests(app)][-1]
    assert agents_in(pod_specs(manifests)["late"]) == 1
    accounts = [m for m in manifests if m["kind"] == "ServiceAccount" and m["metadata"]["namespace"] == "unforeseen"]
    assert len(accounts) == 1, accounts
    subjects = [s["namespace"] for m in manifests if m["kind"] == "ClusterRoleBinding" for s in m["subjects"]]
    assert "unforeseen" in subjects, subjects
    assert "unforeseen" in dd.token_replicator.namespaces, dd.token_replicator.namespaces


def a_namespace_that_only_synthesis_knows_gets_its_secret() -> None:
    app = Testing.app()
    shop = instrumented(app, shop_with("plain"), credentials=external_secrets())
    late = plain_deployment(shop, "late", namespace=None)
    late.add_json_patch(JsonPatch.add("/metadata/namespace", "unforeseen"))
    kinds = {m["kind"] for m in OUTPUTS[0].manifests(app) if m["metadata"].get("namespace") == "unforeseen"}
    assert kinds >= {"Deployment", "ExternalSecret", "SecretStore", "ServiceAccount"}, kinds


def a_second_synthesis_has_the_change(output: Output) -> None:
    app = output.app()
    shop = instrumented(app, lambda scope: Chart(scope, "shop"))
    plain = plain_deployment(shop, "plain")
    for replicas in (1, 2, 3):
        plain.add_json_patch(JsonPatch.add("/spec/replicas", replicas))
        plain_deployment(shop, f"late-{replicas}")
        manifests = output.manifests(app)
        assert [m["spec"]["replicas"] for m in manifests if m["metadata"]["name"] == "plain"] == [replicas]
        agents = {name: agents_in(spec) for name, spec in pod_specs(manifests).items()}
        assert agents["plain"] == agents[f"late-{replicas}"] == 1, agents


def every_output_of_one_app_after_the_other_has_the_change(output: Output) -> None:
    app = output.app()
    shop = instrumented(app, shop_with("plain"))
    for count, render in enumerate((lambda: app.synth_yaml(), lambda: Testing.synth(shop), lambda: app.synth(), lambda: shop.to_json())):
        render()
        plain_deployment(shop, f"late-{count}")
        assert agents_in(pod_specs(output.manifests(app))[f"late-{count}"]) == 1


def an_app_that_was_mended_is_written(output: Output) -> None:
    app = output.app()
    shop = instrumented(app, shop_with("plain"))
    bad = plain_deployment(shop, "bad", hostNetwork=True)
    error_of(lambda: output.manifests(app))
    bad.add_json_patch(JsonPatch.remove("/spec/template/spec/hostNetwork"))
    assert agents_in(pod_specs(output.manifests(app))["bad"]) == 1


def an_acknowledged_finding_is_written(output: Output) -> None:
    app = output.app()
    dd = datadog(app)
    bad = plain_deployment(Chart(app, "elsewhere"), "bad", hostNetwork=True)
    error_of(lambda: output.manifests(app))
    Findings.acknowledge(bad, "fargate/no-host-network", "runs on nodes")
    output.manifests(app)
    assert "fargate/no-host-network: runs on nodes" in dd.summary(), dd.summary()


def findings_are_data(output: Output) -> None:
    app = output.app()
    instrumented(app, shop_with("good"))
    bad = plain_deployment(Chart(app, "bad"), "on-the-host", hostNetwork=True)
    error_of(lambda: output.manifests(app))
    errors = [finding for finding in Findings.of(app) if finding.severity == FindingSeverity.ERROR]
    assert len(errors) == 1, errors
    finding = errors[0]
    assert (finding.rule, finding.path, finding.object) == (
        "fargate/no-host-network", "bad/on-the-host", "Deployment shop/on-the-host",
    ), finding
    assert "'hostNetwork' is true" in finding.reason and finding.remedy.startswith("Remove it"), finding
    assert finding.link.startswith("https://") and finding.acknowledged_because is None, finding
    Findings.acknowledge(bad, "fargate/no-host-network", "runs on nodes")
    output.manifests(app)
    accepted = [one.acknowledged_because for one in Findings.of(bad) if one.severity == FindingSeverity.ERROR]
    assert accepted == ["runs on nodes"], accepted


def warnings_stop_the_synthesis_where_they_are_made_to(output: Output) -> None:
    app = output.app()
    shop = instrumented(app, shop_with("good"))
    plain_deployment(shop, "small", containers=[{"name": "web", "image": "nginx:1.29"}])
    output.manifests(app)
    warnings = {(finding.rule, finding.path) for finding in Findings.of(shop) if finding.severity == FindingSeverity.WARNING}
    assert warnings == {("fargate/requests-are-set", "shop/small")}, warnings
    for file in files(app):
        file.unlink()
    Findings.fail_on_warnings(shop)
    assert "[shop/small] fargate/requests-are-set" in error_of(lambda: output.manifests(app))
    assert files(app) == [], f"written: {files(app)}"
    Findings.acknowledge(shop, "fargate/requests-are-set", "the smallest size is enough")
    assert agents_in(pod_specs(output.manifests(app))["small"]) == 1


def what_findings_refuses_is_told() -> None:
    app = Testing.app()
    shop = instrumented(app, shop_with("good"))
    assert "findings/after-a-synthesis" in error_of(lambda: Findings.of(app))
    text = error_of(lambda: Findings.acknowledge(shop, "fargate/no-host-netwrok", "runs on nodes"))
    assert "Write 'fargate/no-host-network'" in text, text


def an_app_that_overrides_synth_is_checked(output: Output) -> None:
    class Own(App):
        def synth(self) -> None:
            super().synth()

        def synth_yaml(self) -> str:
            return super().synth_yaml()

    app = output.app(Own)
    shop = instrumented(app, shop_with("plain"))
    assert agents_in(pod_specs(output.manifests(app))["plain"]) == 1
    for file in files(app):
        file.unlink()
    plain_deployment(shop, "bad", hostNetwork=True)
    assert "[shop/bad]" in error_of(lambda: output.manifests(app))
    assert files(app) == []


def a_chart_that_overrides_to_json_is_told(output: Output) -> None:
    class Own(Chart):
        def to_json(self):  # type: ignore[no-untyped-def]
            return super().to_json()

    app = output.app()
    own = Own(app, "own")
    plain_deployment(own, "plain")
    datadog(app).instrument(own)
    error = error_of(lambda: output.manifests(app))
    assert "[own] sidecar/manifest-can-be-changed" in error, error
    assert files(app) == []


def a_value_made_of_another_chart_can_be_rendered(output: Output) -> None:
    app = output.app()
    shop = instrumented(app, shop_with("plain"))
    config = Chart(app, "config")
    ApiObject(config, "map", api_version="v1", kind="ConfigMap", metadata={"name": "map", "namespace": "shop"})
    produced_by(shop, "checksum", lambda: str(len(Testing.synth(config))))
    produced = [m["metadata"].get("produced") for m in output.manifests(app) if m["metadata"]["name"] == "checksum"]
    assert produced == ["1"], produced


def an_exception_in_python_is_told_and_forgotten(output: Output) -> None:
    app = output.app()
    shop = instrumented(app, shop_with("plain"))
    state = {"fails": True}

    def produce() -> str:
        if state["fails"]:
            raise ValueError("not yet")
        return "now"

    produced_by(shop, "moody", produce)
    assert "not yet" in error_of(lambda: output.manifests(app))
    assert files(app) == []
    state["fails"] = False
    assert agents_in(pod_specs(output.manifests(app))["plain"]) == 1


def an_app_that_python_never_saw_is_covered() -> None:
    chart = Testing.chart()
    dd = datadog(chart)
    plain_deployment(chart, "plain")
    dd.instrument(chart)
    for name in ("later", "late"):
        assert agents_in(pod_specs(Testing.synth(chart))["plain"]) == 1
        plain_deployment(chart, name)
        assert agents_in(pod_specs(Testing.synth(chart))[name]) == 1
    plain_deployment(chart, "bad", hostNetwork=True)
    assert "[test/bad] fargate/no-host-network" in error_of(lambda: Testing.synth(chart))


def an_option_that_cannot_work_is_told_at_once() -> None:
    text = error_of(
        lambda: DatadogChart(
            Testing.app(), "datadog", platform=Platform.eks_fargate(), cluster_name="Prod Tokyo",
            credentials=DatadogCredentials.existing_secret(),
        )
    )
    assert "cluster/name-is-valid" in text and "Prod Tokyo" in text, text


FOR_EVERY_OUTPUT = [
    every_pod_has_the_agent_once,
    manifests_are_the_same_as_in_every_other_output,
    an_object_is_rendered_once,
    a_finding_leaves_nothing_written,
    an_override_of_to_json_is_told_with_its_path,
    an_override_elsewhere_is_left_alone,
    a_namespace_that_only_synthesis_knows_is_covered,
    a_second_synthesis_has_the_change,
    every_output_of_one_app_after_the_other_has_the_change,
    an_app_that_was_mended_is_written,
    an_acknowledged_finding_is_written,
    findings_are_data,
    warnings_stop_the_synthesis_where_they_are_made_to,
    an_app_that_overrides_synth_is_checked,
    a_chart_that_overrides_to_json_is_told,
    a_value_made_of_another_chart_can_be_rendered,
    an_exception_in_python_is_told_and_forgotten,
]
ONCE = [
    what_findings_refuses_is_told,
    a_namespace_that_only_synthesis_knows_gets_its_secret,
    an_app_that_python_never_saw_is_covered,
    an_option_that_cannot_work_is_told_at_once,
]
