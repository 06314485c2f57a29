package se.handtag.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;
import se.handtag.HandtagApplication;
import se.handtag.trial.Program;
import se.handtag.ui.EmptyView;

/** The portal as in production, with its trial, in a process of its own on free ports; its world stands still. */
final class Portal implements AutoCloseable {
    /** Starts sooner, and is slower then: for what is not measured in time. */
    static final String HASTY = "-XX:TieredStopAtLevel=1";

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Program program;

    private Portal(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param devices how many the MDM has; 0: those of the sample company
     * @param options of its JVM
     */
    static Portal start(int devices, String... options) throws IOException {
        Path folder = Files.createTempDirectory("handtag-bench");
        List<String> command = new ArrayList<>(List.of(Program.JAVA, "-Xmx1g", "-Duser.language=en"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(List.of("-classpath", classPath(folder), HandtagApplication.class.getName()));
        command.addAll(List.of(
                "--spring.profiles.active=trial",
                "--vaadin.productionMode=true",
                "--server.port=0",
                "--handtag.trial.mdm.port=0",
                "--handtag.trial.idp.port=0",
                "--handtag.trial.speed=0",
                // Who is measured waits for the page itself; a browser without a screen is told nothing later.
                "--handtag.ui.outline-after=5s",
                "--handtag.trial.devices=" + devices,
                "--handtag.trial.data=" + folder.resolve("data"),
                // All who visit come from one address, and some in a hurry.
                "--handtag.identity.requests-a-minute=1000000",
                "--handtag.identity.attempts-a-minute=1000000"));
        var portal = new Portal(folder, Program.start(folder, Map.of(), command));
        try {
            portal.program.untilPrinted(output -> output.contains("Ctrl-C"));
            return portal;
        } catch (RuntimeException | AssertionError failed) {
            portal.close();
            throw failed;
        }
    }

    /** As in the jar, and {@link EmptyView}, which is all that it needs of the benchmarks. */
    private static String classPath(Path folder) throws IOException {
        String view = EmptyView.class.getName().replace('.', '/') + ".class";
        Path added = folder.resolve("classes").resolve(view);
        Files.createDirectories(Objects.requireNonNull(added.getParent()));
        try (var compiled = Objects.requireNonNull(EmptyView.class.getResourceAsStream("/" + view))) {
            Files.copy(compiled, added);
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("wiremock"))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator + folder.resolve("classes");
    }

    URI address() {
        Matcher address = ADDRESS.matcher(program.output());
        if (!address.find()) {
            throw new IllegalStateException("The portal did not say where it is: " + program.output());
        }
        return URI.create(address.group());
    }

    /** Bytes of everything on the heap that is still needed. */
    long liveHeap() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process counting = new ProcessBuilder(jcmd, Long.toString(program.pid()), "GC.class_histogram").start();
        String counted = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        counting.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Matcher total = TOTAL.matcher(counted);
        if (!total.find()) {
            throw new IllegalStateException("No histogram, but " + counted);
        }
        return Long.parseLong(total.group(1));
    }

    @Override
    public void close() throws IOException {
        program.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
