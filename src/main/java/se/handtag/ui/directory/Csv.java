package se.handtag.ui.directory;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tables as text files. What a spreadsheet would take for a formula is written with an apostrophe before it, and read back
 * without.
 */
final class Csv {
    static final int MOST_LINES = 20_000;
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** The file is no such table. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String about;

        /** @param key of the words that say why */
        Unreadable(String key) {
            this(key, "");
        }

        /** @param about what the words name */
        Unreadable(String key, String about) {
            super(key);
            this.about = about;
        }

        String about() {
            return about;
        }
    }

    /**
     * A line of a file.
     *
     * @param number as an editor counts lines, the heading being 1
     * @param values by column, as named in the heading in lower case; blank ones are left out
     * @param beyond what stands in cells that no column has, such as when a comma in a name was not quoted; empty for nothing
     */
    record Line(long number, Map<String, String> values, String beyond) {
        @Nullable
        String get(String column) {
            return values.get(column.toLowerCase(Locale.ROOT));
        }
    }

    static void write(Writer out, List<String> heading, List<List<String>> rows) throws IOException {
        try (var printer = printer(out, heading)) {
            for (List<String> row : rows) {
                write(printer, row);
            }
        }
    }

    /** A row of a table; null stands as an empty cell. */
    static List<String> row(@Nullable String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(cell == null ? "" : cell);
        }
        return row;
    }

    static CSVPrinter printer(Writer out, List<String> heading) throws IOException {
        var printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(heading);
        return printer;
    }

    static void write(CSVPrinter printer, List<String> row) throws IOException {
        List<String> cells = new ArrayList<>();
        for (String cell : row) {
            cells.add(guarded(cell));
        }
        printer.printRecord(cells);
    }

    private static String guarded(String text) {
        String cell = text.strip();
        // An apostrophe of its own before such a sign gets another, so that reading gives back what was written.
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        boolean risky = start < cell.length() && FORMULA.indexOf(cell.charAt(start)) >= 0;
        return risky ? "'" + cell : cell;
    }

    private static String plain(String cell) {
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        boolean guarded = start > 0 && start < cell.length() && FORMULA.indexOf(cell.charAt(start)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }

    /**
     * Reads a table with a heading, its cells split by comma or semicolon, whichever the heading has.
     *
     * @param needed columns without which the file makes no sense
     */
    static List<Line> read(String text, List<String> needed) throws Unreadable {
        String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
        int end = whole.indexOf('\n');
        String first = end < 0 ? whole : whole.substring(0, end);
        char split = first.contains(";") && !first.contains(",") ? ';' : ',';
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(split)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .get();
        try (Reader reader = new StringReader(whole);
                CSVParser parser = format.parse(reader)) {
            List<String> heading = parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (!heading.containsAll(
                    needed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList())) {
                throw new Unreadable("directory.files.heading");
            }
            List<Line> lines = new ArrayList<>();
            long number = parser.getCurrentLineNumber();
            for (CSVRecord record : parser) {
                if (lines.size() == MOST_LINES) {
                    throw new Unreadable("directory.files.long");
                }
                lines.add(line(record, heading, number + 1));
                number = parser.getCurrentLineNumber();
            }
            return lines;
        } catch (IOException | IllegalArgumentException | UncheckedIOException broken) {
            throw new Unreadable("directory.files.broken");
        }
    }

    /** What stands in a column of another name would be left out, and mean something else than was meant. */
    static void onlyColumns(List<Line> lines, List<String> columns) throws Unreadable {
        var known = columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String strange = lines.stream()
                .flatMap(line -> line.values().keySet().stream())
                .filter(Predicate.not(known::contains))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!strange.isEmpty()) {
            throw new Unreadable("directory.files.strange", strange);
        }
    }

    private static Line line(CSVRecord record, List<String> heading, long number) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(heading.size(), record.size()); i++) {
            String value = plain(record.get(i));
            if (!value.isBlank()) {
                values.put(heading.get(i), value.strip());
            }
        }
        String beyond = IntStream.range(Math.min(heading.size(), record.size()), record.size())
                .mapToObj(record::get)
                .filter(Predicate.not(String::isBlank))
                .collect(Collectors.joining(", "));
        return new Line(number, values, beyond);
    }
}
