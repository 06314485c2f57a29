package se.handtag.policy;

import java.util.Arrays;

/** The kinds of subject, under the names that rules, records and message files use. */
public enum SubjectKind {
    DEVICE("device"),
    USER("user"),
    GROUP("group"),
    TAG("tag"),
    APP("app"),
    COMPANY("company");

    private final String key;

    SubjectKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static SubjectKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
