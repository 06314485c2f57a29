package se.handtag.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipException;
import se.handtag.HandtagApplication;
import se.handtag.identity.SamplePeople;

/** What a {@link CrashNode} starts from: the portal in a jar, as the JVM learns a quick start from jars alone. */
final class NodeJar {
    private static final List<String> LEFT_OUT = List.of("META-INF/VAADIN/", "META-INF/resources/");
    private static final List<String> OF_TESTS =
            List.of("se/handtag/crash/", "se/handtag/identity/SamplePeople", "se/handtag/identity/OwnScreens");

    private NodeJar() {}

    /** Packs it. @return the class path */
    static String classPath(Path jar) throws IOException {
        Path portal = folder(HandtagApplication.class);
        Path tests = folder(SamplePeople.class);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : files(portal)) {
                if (LEFT_OUT.stream().noneMatch(file::startsWith)) {
                    pack(portal, file, out);
                }
            }
            for (String file : files(tests)) {
                if (OF_TESTS.stream().anyMatch(file::startsWith)) {
                    pack(tests, file, out);
                }
            }
        }
        List<String> classPath = new ArrayList<>(List.of(jar.toString()));
        String all = Objects.requireNonNull(System.getProperty("java.class.path"));
        for (String entry : all.split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                classPath.add(entry);
            }
        }
        return String.join(File.pathSeparator, classPath);
    }

    private static Path folder(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static List<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static void pack(Path folder, String file, JarOutputStream out) throws IOException {
        // As a build tool does: without them a scan for classes finds none.
        for (int end = file.indexOf('/'); end > 0; end = file.indexOf('/', end + 1)) {
            folderEntry(file.substring(0, end + 1), out);
        }
        out.putNextEntry(new JarEntry(file));
        Files.copy(folder.resolve(file), out);
        out.closeEntry();
    }

    private static void folderEntry(String name, JarOutputStream out) throws IOException {
        try {
            out.putNextEntry(new JarEntry(name));
            out.closeEntry();
        } catch (ZipException thereAlready) {
            // Once is enough.
        }
    }
}
