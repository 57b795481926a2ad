package languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdk8s_datadog.DatadogChart;
import io.github.cdk8s_datadog.DatadogCredentials;
import io.github.cdk8s_datadog.Finding;
import io.github.cdk8s_datadog.FindingSeverity;
import io.github.cdk8s_datadog.Findings;
import io.github.cdk8s_datadog.Platform;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;
import org.cdk8s.Testing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The door to other people's manifests, from Java. The library wraps methods of JavaScript objects, and the jsii kernel
 * calls prototypes: it goes round the wrapping that TypeScript programs meet. So what holds there is checked here again,
 * for every way in which an app is rendered.
 */
class DoorTest {
    /** Classes that other languages see are public, and what they override as well. */
    public static class OwnObject extends ApiObject {
        public OwnObject(Construct scope, String id, ApiObjectProps props) {
            super(scope, id, props);
        }

        @Override
        public Object toJson() {
            Map<Object, Object> json = new HashMap<>((Map<?, ?>) super.toJson());
            json.put("from", "Java");
            return json;
        }
    }

    public static class OwnChart extends Chart {
        public OwnChart(Construct scope, String id) {
            super(scope, id);
        }

        @Override
        public List<Object> toJson() {
            return super.toJson();
        }
    }

    public static class OwnApp extends App {
        public OwnApp(AppProps props) {
            super(props);
        }

        @Override
        public void synth() {
            super.synth();
        }

        @Override
        public String synthYaml() {
            return super.synthYaml();
        }
    }

    private static String errorOf(Executable work) {
        return assertThrows(RuntimeException.class, work).getMessage();
    }

    private static void assertTells(String text, String... parts) {
        for (String part : parts) assertTrue(text.contains(part), () -> "no " + part + " in: " + text);
    }

    private static List<Finding> findingsOf(IConstruct construct, FindingSeverity severity) {
        return Findings.of(construct).stream().filter(finding -> finding.getSeverity() == severity).toList();
    }

    private static void assertNothingIsWritten(App app) {
        assertEquals(List.of(), Output.files(app));
    }

    @ParameterizedTest
    @EnumSource
    void everyPodHasTheAgentOnce(Output output) {
        App app = output.app();
        Apps.include(Apps.instrumented(app));
        Map<String, Long> agents = Apps.agents(output.manifests(app));
        assertEquals(Map.of("plain", 1L, "cache", 1L, "datadog-cluster-agent", 0L, "datadog-clusterchecks", 0L), agents);
    }

    @Test
    void manifestsAreTheSameInEveryOutput() {
        Stream<List<String>> manifests = Arrays.stream(Output.values()).map(output -> {
            App app = output.app();
            Apps.include(Apps.instrumented(app));
            return Output.canonical(output.manifests(app));
        });
        assertEquals(1, manifests.distinct().count());
    }

    @ParameterizedTest
    @EnumSource
    void anObjectIsRenderedOnce(Output output) {
        App app = output.app();
        Apps.Producer producer = Apps.producedBy(Apps.instrumented(app), "counted", () -> "value");
        if (output == Output.TESTING_SYNTH) {
            Testing.synth(app.getCharts().get(0));
        } else {
            output.manifests(app);
        }
        assertEquals(1, producer.calls);
    }

    @ParameterizedTest
    @EnumSource
    void aFindingLeavesNothingWritten(Output output) {
        App app = output.app();
        Apps.instrumented(app);
        Apps.deployment(new Chart(app, "bad"), "on-the-host", Apps.HOST_NETWORK);
        String text = errorOf(() -> output.manifests(app));
        assertTells(text, "[bad/on-the-host] fargate/no-host-network: ", "'hostNetwork' is true", "Remove it", "https://");
        assertNothingIsWritten(app);
    }

    @ParameterizedTest
    @EnumSource
    void anOverrideOfToJsonIsToldWithItsPath(Output output) {
        App app = output.app();
        ApiObjectProps props = Apps.props("apps/v1", "Deployment", "own");
        Apps.withSpec(new OwnObject(Apps.instrumented(app), "own", props), "own", Map.of());
        assertTells(errorOf(() -> output.manifests(app)), "[shop/own] sidecar/manifest-can-be-changed");
        assertNothingIsWritten(app);
    }

    @ParameterizedTest
    @EnumSource
    void anOverrideOfToJsonElsewhereIsLeftAlone(Output output) {
        App app = output.app();
        new OwnObject(Apps.instrumented(app), "own", Apps.props("v1", "ConfigMap", "own"));
        assertTrue(output.manifests(app).stream().anyMatch(manifest -> "Java".equals(Apps.at(manifest, "from"))));
    }

    @ParameterizedTest
    @EnumSource
    void aChartThatOverridesToJsonIsTold(Output output) {
        App app = output.app();
        Chart own = new OwnChart(app, "own");
        Apps.deployment(own, "plain");
        Apps.datadog(app).instrument(own);
        assertTells(errorOf(() -> output.manifests(app)), "[own] sidecar/manifest-can-be-changed");
        assertNothingIsWritten(app);
    }

    @ParameterizedTest
    @EnumSource
    void anAppThatOverridesSynthIsChecked(Output output) {
        App app = new OwnApp(output.props());
        Chart shop = Apps.instrumented(app);
        assertEquals(1, Apps.agents(output.manifests(app)).get("plain"));
        Output.files(app).forEach(file -> file.toFile().delete());
        Apps.deployment(shop, "bad", Apps.HOST_NETWORK);
        assertTells(errorOf(() -> output.manifests(app)), "[shop/bad]");
        assertNothingIsWritten(app);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondSynthesisHasTheChange(Output output) {
        App app = output.app();
        Chart shop = Apps.instrumented(app);
        for (String late : List.of("late", "later")) {
            output.manifests(app);
            Apps.deployment(shop, late);
            assertEquals(1, Apps.agents(output.manifests(app)).get(late));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAppThatWasMendedIsWritten(Output output) {
        App app = output.app();
        ApiObject bad = Apps.deployment(Apps.instrumented(app), "bad", Apps.HOST_NETWORK);
        errorOf(() -> output.manifests(app));
        bad.addJsonPatch(JsonPatch.remove("/spec/template/spec/hostNetwork"));
        assertEquals(1, Apps.agents(output.manifests(app)).get("bad"));
    }

    @ParameterizedTest
    @EnumSource
    void anAcknowledgedFindingIsWritten(Output output) {
        App app = output.app();
        DatadogChart datadog = Apps.datadog(app);
        ApiObject bad = Apps.deployment(new Chart(app, "elsewhere"), "bad", Apps.HOST_NETWORK);
        errorOf(() -> output.manifests(app));
        Findings.acknowledge(bad, "fargate/no-host-network", "runs on nodes");
        output.manifests(app);
        assertTells(datadog.summary(), "fargate/no-host-network: runs on nodes");
    }

    @ParameterizedTest
    @EnumSource
    void findingsAreData(Output output) {
        App app = output.app();
        Apps.instrumented(app);
        ApiObject bad = Apps.deployment(new Chart(app, "bad"), "on-the-host", Apps.HOST_NETWORK);
        errorOf(() -> output.manifests(app));
        List<Finding> errors = findingsOf(app, FindingSeverity.ERROR);
        assertEquals(1, errors.size());
        Finding found = errors.get(0);
        assertEquals(
            List.of("fargate/no-host-network", "bad/on-the-host", "Deployment shop/on-the-host"),
            List.of(found.getRule(), found.getPath(), found.getObject()));
        assertTells(found.getReason(), "'hostNetwork' is true");
        assertTells(found.getRemedy(), "Remove it");
        assertTells(found.getLink(), "https://");
        assertNull(found.getAcknowledgedBecause());
        Findings.acknowledge(bad, "fargate/no-host-network", "runs on nodes");
        output.manifests(app);
        List<Finding> accepted = findingsOf(bad, FindingSeverity.ERROR);
        assertEquals(List.of("runs on nodes"), accepted.stream().map(Finding::getAcknowledgedBecause).toList());
    }

    @ParameterizedTest
    @EnumSource
    void warningsStopTheSynthesisWhereTheyAreMadeTo(Output output) {
        App app = output.app();
        Chart shop = Apps.instrumented(app);
        Apps.deployment(shop, "small", Map.of("containers", List.of(Map.of("name", "web", "image", "nginx:1.29"))));
        output.manifests(app);
        List<Finding> warnings = findingsOf(shop, FindingSeverity.WARNING);
        assertEquals(List.of("fargate/requests-are-set shop/small"), warnings.stream().map(w -> w.getRule() + " " + w.getPath()).toList());
        Output.files(app).forEach(file -> file.toFile().delete());
        Findings.failOnWarnings(shop);
        assertTells(errorOf(() -> output.manifests(app)), "[shop/small] fargate/requests-are-set");
        assertNothingIsWritten(app);
        Findings.acknowledge(shop, "fargate/requests-are-set", "the smallest size is enough");
        assertEquals(1, Apps.agents(output.manifests(app)).get("small"));
    }

    @Test
    void whatFindingsRefusesIsTold() {
        App app = Testing.app();
        Chart shop = Apps.instrumented(app);
        assertTells(errorOf(() -> Findings.of(app)), "findings/after-a-synthesis");
        assertTells(errorOf(() -> Findings.acknowledge(shop, "fargate/no-host-netwrok", "runs on nodes")), "Write 'fargate/no-host-network'");
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionInJavaIsToldAndForgotten(Output output) {
        App app = output.app();
        AtomicBoolean fails = new AtomicBoolean(true);
        Apps.producedBy(Apps.instrumented(app), "moody", () -> {
            if (fails.get()) throw new IllegalStateException("not yet");
            return "now";
        });
        assertTells(errorOf(() -> output.manifests(app)), "not yet");
        assertNothingIsWritten(app);
        fails.set(false);
        assertEquals(1, Apps.agents(output.manifests(app)).get("plain"));
    }

    @Test
    void anOptionThatCannotWorkIsToldAtOnce() {
        DatadogChart.Builder datadog = DatadogChart.Builder.create(Testing.app(), "datadog")
            .platform(Platform.eksFargate())
            .clusterName("Prod Tokyo")
            .credentials(DatadogCredentials.existingSecret());
        assertTells(errorOf(datadog::build), "cluster/name-is-valid", "Prod Tokyo");
    }
}
