package languages;

import io.github.cdk8s_datadog.DatadogChart;
import io.github.cdk8s_datadog.DatadogCredentials;
import io.github.cdk8s_datadog.Platform;
import org.cdk8s.App;

/** An app whose cluster has a name that the Agent would ignore, to see what its user reads. */
public final class Mistake {
    public static void main(String[] args) {
        DatadogChart.Builder.create(new App(), "tokyo")
            .platform(Platform.eksFargate())
            .clusterName("Bad Name")
            .credentials(DatadogCredentials.existingSecret())
            .build();
    }

    private Mistake() {}
}
