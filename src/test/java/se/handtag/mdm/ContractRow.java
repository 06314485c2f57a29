package se.handtag.mdm;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One row of the contract.
 *
 * @param in the file with the body that is sent; null when there is none
 * @param out the file with the answer; null when there is none
 */
record ContractRow(
        String name,
        String line,
        @Nullable String in,
        @Nullable String out,
        Consumer<Mdm> call) {
    @Override
    public String toString() {
        return name + " " + line;
    }

    static ContractRow read(String name, String line, String out, Consumer<Mdm> call) {
        return new ContractRow(name, line, null, out, call);
    }

    static ContractRow write(String name, String line, @Nullable String in, @Nullable String out, Consumer<Mdm> call) {
        return new ContractRow(name, line, in, out, call);
    }
}
