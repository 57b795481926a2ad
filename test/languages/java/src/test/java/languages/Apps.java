package languages;

import io.github.cdk8s_datadog.DatadogChart;
import io.github.cdk8s_datadog.DatadogCredentials;
import io.github.cdk8s_datadog.Platform;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.IAnyProducer;
import org.cdk8s.Include;
import org.cdk8s.JsonPatch;
import org.cdk8s.Lazy;
import software.constructs.Construct;

/** The parts that the checks make their apps of. */
final class Apps {
    private static final String AGENT = "datadog-agent-injected";
    private static final Map<String, Object> SIZE = Map.of("cpu", "250m", "memory", "256Mi");
    private static final Map<String, Object> RESOURCES = Map.of("requests", SIZE, "limits", SIZE);

    static final Map<String, Object> HOST_NETWORK = Map.of("hostNetwork", true);

    /** Datadog in the namespace of the applications: two kinds of output name a file by kind and name alone. */
    static DatadogChart datadog(Construct scope) {
        return DatadogChart.Builder.create(scope, "datadog")
            .platform(Platform.eksFargate())
            .clusterName("prod")
            .namespace("shop")
            .credentials(DatadogCredentials.existingSecret())
            .build();
    }

    static ApiObjectProps props(String apiVersion, String kind, String name) {
        return ApiObjectProps.builder().apiVersion(apiVersion).kind(kind)
            .metadata(ApiObjectMetadata.builder().name(name).namespace("shop").build())
            .build();
    }

    static ApiObject deployment(Construct scope, String name, Map<String, Object> podSpec) {
        return withSpec(new ApiObject(scope, name, props("apps/v1", "Deployment", name)), name, podSpec);
    }

    static ApiObject deployment(Construct scope, String name) {
        return deployment(scope, name, Map.of());
    }

    /** ApiObject has no argument for a spec in Java, so that comes as a patch. */
    static ApiObject withSpec(ApiObject deployment, String name, Map<String, Object> podSpec) {
        Map<String, Object> labels = Map.of("app", name);
        Map<String, Object> spec = new HashMap<>();
        spec.put("containers", List.of(Map.of("name", "web", "image", "nginx:1.29", "resources", RESOURCES)));
        spec.putAll(podSpec);
        deployment.addJsonPatch(JsonPatch.add("/spec", Map.of(
            "selector", Map.of("matchLabels", labels),
            "template", Map.of("metadata", Map.of("labels", labels), "spec", spec))));
        return deployment;
    }

    /** A chart with one workload that is instrumented. */
    static Chart instrumented(App app) {
        Chart shop = new Chart(app, "shop", ChartProps.builder().namespace("shop").build());
        deployment(shop, "plain");
        datadog(app).instrument(shop);
        return shop;
    }

    /** Plain YAML beside a plain object. */
    static void include(Chart chart) {
        Path yaml = Path.of(System.getProperty("repository"), "examples", "eks-fargate", "cache.yaml");
        Include.Builder.create(chart, "include").url(yaml.toString()).build();
    }

    /** A value that Java computes while JavaScript renders, counting how often. */
    static final class Producer implements IAnyProducer {
        private final Supplier<Object> supplier;
        int calls = 0;

        Producer(Supplier<Object> supplier) {
            this.supplier = supplier;
        }

        @Override
        public Object produce() {
            calls++;
            return supplier.get();
        }
    }

    /** A ConfigMap with a field that Java produces at every render. */
    static Producer producedBy(Construct scope, String name, Supplier<Object> supplier) {
        Producer producer = new Producer(supplier);
        new ApiObject(scope, name, props("v1", "ConfigMap", name)).getMetadata().add("produced", Lazy.any(producer));
        return producer;
    }

    static Object at(Object value, String... path) {
        for (String key : path) value = value instanceof Map<?, ?> map ? map.get(key) : null;
        return value;
    }

    static String nameOf(Object manifest) {
        return (String) at(manifest, "metadata", "name");
    }

    /** Agents in the pods of Deployments, by name. */
    static Map<String, Long> agents(List<Object> manifests) {
        Map<String, Long> agents = new HashMap<>();
        for (Object manifest : manifests) {
            if (!"Deployment".equals(at(manifest, "kind"))) continue;
            Stream<Object> containers = Stream.of("containers", "initContainers")
                .map(list -> at(manifest, "spec", "template", "spec", list))
                .flatMap(list -> list instanceof List<?> items ? items.stream() : Stream.empty());
            agents.put(nameOf(manifest), containers.filter(container -> AGENT.equals(at(container, "name"))).count());
        }
        return agents;
    }

    private Apps() {}
}
