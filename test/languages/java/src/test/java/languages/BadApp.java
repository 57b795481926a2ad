package languages;

import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;

/** An app that breaks a rule, to see what its user is told. */
public final class BadApp {
    public static void main(String[] args) {
        App app = new App();
        Chart shop = new Chart(app, "shop");
        Apps.deployment(shop, "web", Map.of("hostNetwork", true));
        Apps.datadog(app).instrument(shop);
        app.synth();
    }

    private BadApp() {}
}
