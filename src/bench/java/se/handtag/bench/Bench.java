package se.handtag.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures each figure of {@code src/docs/figures.md}, or those alone whose names are given (such as P6), and prints a
 * line for each.
 */
public final class Bench {
    private static final List<Figure> FIGURES = List.of(
            new CommandFigure(),
            new OneCallFigure(),
            new FleetSizeFigure(),
            new SessionHeapFigure(),
            new FirstLoadFigure(),
            new FleetFigure(),
            new LogFigure(),
            new AppendFigure(),
            new StandInFigure(),
            new ManySessionsFigure(),
            new SearchFigure(),
            new StartFigure());

    private Bench() {}

    /** Runs what is asked for, everything when nothing is. */
    public static void main(String[] names) throws Exception {
        List<String> asked = Arrays.stream(names)
                .flatMap(name -> Arrays.stream(name.split(",")))
                .filter(name -> !name.isBlank())
                .toList();
        List<String> lines = new ArrayList<>();
        for (Figure figure : FIGURES) {
            if (asked.isEmpty() || asked.contains(figure.name())) {
                lines.addAll(figure.measure());
            }
        }
        System.out.println();
        lines.forEach(System.out::println);
    }
}
