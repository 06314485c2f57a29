package se.handtag.trial.mdm.api;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Query;
import se.handtag.trial.mdm.wire.Refused;

/**
 * One row of the contract.
 *
 * @param row its name there, such as {@code G3}
 * @param method HTTP method
 * @param path what stands behind {@code /api/}, with <code>{id}</code> for an id
 * @param parameters names of its search parameters in lower case; when not empty, at least one must be given
 * @param work what it does
 */
record Operation(String row, String method, String path, Set<String> parameters, Work work) {

    /** What an operation does. */
    interface Work {
        Answer run(Received received);
    }

    /** Whether it changes something. */
    boolean writes() {
        return !method.equals("GET");
    }

    static Operation get(String row, String path, Work work) {
        return new Operation(row, "GET", path, Set.of(), work);
    }

    static Operation search(String row, String path, Set<String> parameters, Work work) {
        return new Operation(row, "GET", path, parameters, work);
    }

    static Operation put(String row, String path, Work work) {
        return new Operation(row, "PUT", path, Set.of(), work);
    }

    static Operation post(String row, String path, Work work) {
        return new Operation(row, "POST", path, Set.of(), work);
    }

    static Operation delete(String row, String path, Work work) {
        return new Operation(row, "DELETE", path, Set.of(), work);
    }

    /**
     * A call on its way through an operation.
     *
     * @param call as it came
     * @param body all bytes of its body
     */
    record Received(Call call, byte[] body) {
        Query query() {
            return call.query();
        }

        /** The body's object, with no names other than these. */
        Fields fields(String... names) {
            return Fields.of(body, names);
        }

        /** The id in the path. */
        int id() {
            try {
                return Integer.parseInt(call.path().get(2));
            } catch (NumberFormatException notANumber) {
                throw Refused.malformed("The id in the address is not a whole number.");
            }
        }

        /** The GUID in the path. */
        UUID guid() {
            return Fields.guid(call.path().get(2), "The id in the address");
        }

        /** The GUID in the path of a call about a device; null when it is about something else. */
        @Nullable
        UUID deviceIfAny() {
            try {
                return call.path().size() > 2 && call.path().get(1).equalsIgnoreCase("devices") ? guid() : null;
            } catch (Refused noGuid) {
                return null;
            }
        }
    }
}
