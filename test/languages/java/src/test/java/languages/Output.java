package languages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Testing;
import org.cdk8s.YamlOutputType;
import org.yaml.snakeyaml.Yaml;

/** Every way in which an app of cdk8s becomes manifests. */
enum Output {
    FILE_PER_APP(YamlOutputType.FILE_PER_APP),
    FILE_PER_CHART(YamlOutputType.FILE_PER_CHART),
    FILE_PER_RESOURCE(YamlOutputType.FILE_PER_RESOURCE),
    FOLDER_PER_CHART(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE),
    SYNTH_YAML(null),
    TESTING_SYNTH(null);

    private static final ObjectMapper SORTED = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final YamlOutputType type;

    Output(YamlOutputType type) {
        this.type = type;
    }

    App app() {
        return new App(props());
    }

    AppProps props() {
        try {
            return AppProps.builder().outdir(Files.createTempDirectory("door-").toString()).yamlOutputType(type).build();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    List<Object> manifests(App app) {
        if (this == SYNTH_YAML) return load(app.synthYaml());
        if (this == TESTING_SYNTH) {
            return app.getCharts().stream().flatMap(chart -> Testing.synth(chart).stream()).collect(Collectors.toList());
        }
        files(app).forEach(file -> file.toFile().delete());
        app.synth();
        return files(app).stream().flatMap(file -> load(read(file)).stream()).collect(Collectors.toList());
    }

    /** Everything that was written. */
    static List<Path> files(App app) {
        try (Stream<Path> files = Files.walk(Path.of(app.getOutdir()))) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** In an order that does not depend on how they were written. */
    static List<String> canonical(List<Object> manifests) {
        List<String> texts = new ArrayList<>();
        try {
            for (Object manifest : manifests) texts.add(SORTED.writeValueAsString(manifest));
        } catch (JsonProcessingException error) {
            throw new UncheckedIOException(error);
        }
        return texts.stream().sorted().collect(Collectors.toList());
    }

    private static List<Object> load(String text) {
        List<Object> manifests = new ArrayList<>();
        new Yaml().loadAll(text).forEach(manifests::add);
        manifests.removeIf(Objects::isNull);
        return manifests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
