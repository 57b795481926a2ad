package example;

import io.github.cdk8s_datadog.AwsStoreOptions;
import io.github.cdk8s_datadog.DatadogChart;
import io.github.cdk8s_datadog.DatadogCredentials;
import io.github.cdk8s_datadog.DatadogSite;
import io.github.cdk8s_datadog.ExternalSecretStore;
import io.github.cdk8s_datadog.ExternalSecretsOptions;
import io.github.cdk8s_datadog.Platform;
import io.github.cdk8s_datadog.RemoteKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Include;
import org.cdk8s.JsonPatch;
import software.constructs.Construct;

/** The cluster of examples/eks-fargate-plain, written in Java: the same manifests, byte for byte. */
public final class Main {
    /** Fargate wants requests equal to limits. */
    private static final Map<String, String> SIZE = Map.of("cpu", "250m", "memory", "256Mi");
    private static final Map<String, Object> RESOURCES = Map.of("requests", SIZE, "limits", SIZE);

    /** A web server and a nightly report, written with cdk8s alone. */
    private static final class Shop extends Chart {
        Shop(Construct scope, String id) {
            super(scope, id, ChartProps.builder().namespace("shop").build());
            Map<String, String> labels = Map.of("app", "web");
            ApiObject.Builder.create(this, "namespace").apiVersion("v1").kind("Namespace").metadata(named("shop")).build();
            ApiObject.Builder.create(this, "account").apiVersion("v1").kind("ServiceAccount").metadata(named("web")).build();
            ApiObject web = ApiObject.Builder.create(this, "web").apiVersion("apps/v1").kind("Deployment").build();
            web.addJsonPatch(spec(Map.of(
                "replicas", 2,
                "selector", Map.of("matchLabels", labels),
                "template", Map.of(
                    "metadata", Map.of("labels", labels),
                    "spec", Map.of(
                        "serviceAccountName", "web",
                        "containers", List.of(Map.of(
                            "name", "web",
                            "image", "nginx:1.29",
                            "ports", List.of(Map.of("containerPort", 8080)),
                            "resources", RESOURCES)))))));
            ApiObject report = ApiObject.Builder.create(this, "report").apiVersion("batch/v1").kind("CronJob").build();
            report.addJsonPatch(spec(Map.of(
                "schedule", "0 0 * * *",
                "jobTemplate", Map.of("spec", Map.of("template", Map.of("spec", Map.of(
                    "restartPolicy", "Never",
                    "containers", List.of(Map.of(
                        "name", "report",
                        "image", "busybox:1.37",
                        "command", List.of("sh", "-c", "echo done"),
                        "resources", RESOURCES)))))))));
        }
    }

    /** A cache that comes as plain YAML. */
    private static final class Cache extends Chart {
        Cache(Construct scope, String id) {
            super(scope, id, ChartProps.builder().namespace("cache").build());
            Include.Builder.create(this, "yaml").url("../../eks-fargate/cache.yaml").build();
        }
    }

    private static ApiObjectMetadata named(String name) {
        return ApiObjectMetadata.builder().name(name).build();
    }

    /** ApiObject has no argument for a spec in Java, so that comes as a patch. */
    private static JsonPatch spec(Map<String, Object> spec) {
        return JsonPatch.add("/spec", sorted(spec));
    }

    /** Map.of iterates in an order of its own in every run, and cdk8s writes a patch as it comes. */
    private static Object sorted(Object value) {
        if (value instanceof List<?> list) return list.stream().map(Main::sorted).collect(Collectors.toList());
        if (!(value instanceof Map<?, ?> map)) return value;
        Map<Object, Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(key, sorted(item)));
        return sorted;
    }

    public static void main(String[] args) {
        App app = new App();

        DatadogChart datadog = DatadogChart.Builder.create(app, "datadog")
            .platform(Platform.eksFargate())
            .clusterName("prod-tokyo")
            .site(DatadogSite.AP1)
            .tags(Map.of("env", "prd", "system", "shop"))
            .credentials(credentials())
            .build();
        datadog.instrument(new Shop(app, "shop"), new Cache(app, "cache"));

        app.synth();
        System.out.println(datadog.summary());
    }

    private static DatadogCredentials credentials() {
        return DatadogCredentials.externalSecrets(ExternalSecretsOptions.builder()
            .store(ExternalSecretStore.aws(AwsStoreOptions.builder()
                .region("ap-northeast-1")
                .roleArn("arn:aws:iam::111122223333:role/datadog-secrets")
                .build()))
            .apiKey(RemoteKey.builder().key("datadog/apikey").build())
            .token(RemoteKey.builder().key("datadog/cluster-agent-token").build())
            .build());
    }
}
