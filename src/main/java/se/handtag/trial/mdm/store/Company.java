package se.handtag.trial.mdm.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A company as its YAML files tell it; references are by id, 0 is the root group. */
record Company(List<Group> groups, List<User> users, List<Device> devices, List<Tag> tags, List<App> apps) {

    record Group(int id, String name, int parent) {}

    record User(
            int id,
            String name,
            @Nullable String email,
            @Nullable String phoneNumber,
            @Nullable String accountGroup,
            @Nullable String accountName,
            int group,
            @Nullable String company,
            @Nullable String office,
            @Nullable String department,
            @Nullable String position,
            @Nullable List<Integer> tags) {}

    record Device(
            UUID id,
            String serialNumber,
            @Nullable Integer user,
            String name,
            String model,
            int platform,
            String osVersion,
            int lastContactMinutesAgo,
            boolean online,
            boolean supervised,
            boolean passcode,
            @Nullable List<String> managedApps,
            @Nullable List<Integer> tags) {}

    record Tag(int id, String name, @Nullable String description, int group, int configurations) {}

    record App(
            int id,
            String name,
            @Nullable String description,
            String company,
            String packageId,
            String versionText,
            @Nullable Long versionNumber,
            int platform,
            long size,
            int store,
            String storeId,
            @Nullable Integer licences) {}

    /** Reads the files of a folder on the class path. */
    static Company read(String folder) {
        return new Company(
                list(folder, "groups", new TypeReference<>() {}),
                list(folder, "users", new TypeReference<>() {}),
                list(folder, "devices", new TypeReference<>() {}),
                list(folder, "tags", new TypeReference<>() {}),
                list(folder, "apps", new TypeReference<>() {}));
    }

    private static <T> List<T> list(String folder, String name, TypeReference<List<T>> type) {
        String path = "/" + folder + "/" + name + ".yaml";
        try (InputStream in = Company.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("The company's file " + path + " is missing.");
            }
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
