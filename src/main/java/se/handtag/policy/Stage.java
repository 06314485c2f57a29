package se.handtag.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Who is to say yes at one step of an approval; steps are taken in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stage.Manager.class, name = "manager"),
    @JsonSubTypes.Type(value = Stage.Named.class, name = "person"),
    @JsonSubTypes.Type(value = Stage.AnyOf.class, name = "any"),
    @JsonSubTypes.Type(value = Stage.Receiver.class, name = "receiver")
})
public sealed interface Stage {
    /** The group of approvers that everyone with the role of IT belongs to. */
    String IT_GROUP = "it";

    /** Anyone of IT but the requester. */
    Stage IT = new AnyOf(IT_GROUP, 1);

    /** The manager of the person it is for, or whoever stands in for one. */
    record Manager() implements Stage {}

    /** One person, by their address in lower case. */
    record Named(String address) implements Stage {}

    /**
     * So many different people of a group of approvers.
     *
     * @param count at least one
     */
    record AnyOf(String group, int count) implements Stage {
        public AnyOf {
            if (count < 1) {
                throw new IllegalArgumentException("Nobody is not somebody: " + count);
            }
        }
    }

    /**
     * Whoever would get a device, by their address in lower case: nobody agrees in their place, and when they do not answer,
     * nothing comes of it. No rule asks for them; handing over does.
     */
    record Receiver(String address) implements Stage {}

    /** As records and tests of rules write it, such as {@code manager} or {@code 2 of it}. */
    default String word() {
        return switch (this) {
            case Manager() -> "manager";
            case Named(var address) -> address;
            case Receiver(var address) -> address;
            case AnyOf(var group, int count) -> count == 1 ? group : count + " of " + group;
        };
    }

    /** Whether whoever asks the other asks these people, too, and as many of them. */
    default boolean within(Stage other) {
        return this instanceof AnyOf(var group, int count)
                ? other instanceof AnyOf(var same, int asked) && same.equals(group) && asked >= count
                : equals(other);
    }
}
