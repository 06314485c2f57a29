package se.handtag.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Two JMH benchmarks that take turns, a JVM of its own each time: on a machine that is now slower, now faster, one side
 * measured wholly before the other would say more about the machine. What counts is the median of the turns' ratios.
 *
 * @param benchmark the class with both methods
 * @param ours name of the method, or of the value of {@code varied}
 * @param theirs the same of the other side
 * @param varied the parameter that tells the sides apart; empty when two methods do
 * @param parameters the others
 */
record Sides(
        Class<?> benchmark, String ours, String theirs, String varied, Map<String, String> parameters, String heap) {
    private static final int TURNS = Integer.getInteger("bench.turns", 5);

    /** Of one turn or, as medians, of all. */
    record Result(double ours, double theirs, double ratio, double least, double most) {
        /** Of turns of both, in their order. */
        static Result of(double[] ours, double[] theirs) {
            double[] ratios = IntStream.range(0, ours.length)
                    .mapToDouble(turn -> ours[turn] / theirs[turn])
                    .sorted()
                    .toArray();
            return new Result(median(ours), median(theirs), median(ratios), ratios[0], ratios[ratios.length - 1]);
        }

        /** Both sides, their ratio, and between what it moved. */
        String told(String unit) {
            return String.format(
                    Locale.ROOT,
                    "%.2f (%.2f to %.2f); %.3f %s against %.3f %s",
                    ratio,
                    least,
                    most,
                    ours,
                    unit,
                    theirs,
                    unit);
        }
    }

    Result measure() throws RunnerException {
        double[] ours = new double[TURNS];
        double[] theirs = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            // Whoever comes first in one turn comes last in the next.
            boolean oursFirst = turn % 2 == 0;
            if (oursFirst) {
                ours[turn] = score(this.ours);
            }
            theirs[turn] = score(this.theirs);
            if (!oursFirst) {
                ours[turn] = score(this.ours);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s turn %d: %.3f against %.3f%n",
                    benchmark.getSimpleName(),
                    turn + 1,
                    ours[turn],
                    theirs[turn]);
        }
        return Result.of(ours, theirs);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double score(String side) throws RunnerException {
        String method = varied.isEmpty() ? "\\." + side + "$" : "\\.";
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + method)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xmx" + heap, "--sun-misc-unsafe-memory-access=allow");
        parameters.forEach((name, value) -> options.param(name, value));
        if (!varied.isEmpty()) {
            options.param(varied, side);
        }
        return new Runner(options.build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
    }

}
