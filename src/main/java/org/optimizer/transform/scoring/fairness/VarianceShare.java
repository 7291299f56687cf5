package org.optimizer.transform.scoring.fairness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.optimizer.model.AuditPoint;

/**
 * The share of the leads' variance that groups explain (eta squared), beyond what chance explains: (η² − c)/(1 − c), c being
 * the mean η² of permutations. With independent points that is epsilon squared (T. L. Kelley, PNAS 21, 1935); here whole
 * drivers are permuted, as the weeks of a driver go together. The 95 % interval is ±1.96 standard deviations of the shares of
 * resampled drivers.
 */
record VarianceShare(double estimate, double low, double high, double pValue) {
    private static final int DRAWS = 499;
    private static final double HALF_OF_95_PERCENT = 1.959964;

    /**
     * @param group of a point; with one group only there is nothing to explain
     * @param seed the same draws for the same seed
     */
    static VarianceShare of(Clusters clusters, Function<AuditPoint, String> group, long seed) {
        Table table = Table.of(clusters, group);
        SplittableRandom random = new SplittableRandom(seed);
        int drivers = clusters.drivers();
        double found = table.share(straight(drivers), straight(drivers));
        double chance = 0;
        int asLarge = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double share = table.share(straight(drivers), shuffled(drivers, random));
            chance += share / DRAWS;
            asLarge += share >= found - 1e-12 ? 1 : 0;
        }
        double half = HALF_OF_95_PERCENT * spread(table, drivers, random);
        return new VarianceShare(
                beyond(chance, found),
                Math.max(0, beyond(chance, found - half)),
                Math.min(1, beyond(chance, found + half)),
                (asLarge + 1.0) / (DRAWS + 1));
    }

    private static double beyond(double chance, double share) {
        return chance >= 1 ? 0 : (share - chance) / (1 - chance);
    }

    /** Standard deviation of the share over fleets of as many drivers, drawn with replacement. */
    private static double spread(Table table, int drivers, SplittableRandom random) {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] drawn = new int[drivers];
            for (int i = 0; i < drivers; i++) {
                drawn[i] = random.nextInt(drivers);
            }
            double share = table.share(drawn, drawn);
            sum += share;
            squares += share * share;
        }
        return Math.sqrt(Math.max(0, (squares - sum * sum / DRAWS) / (DRAWS - 1)));
    }

    private static int[] straight(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        return order;
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = straight(count);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Groups and leads by driver and week, as numbers: what a thousand draws go over. */
    private record Table(int[][] groups, double[][] leads, int size) {

        static Table of(Clusters clusters, Function<AuditPoint, String> group) {
            Map<String, Integer> numbers = new HashMap<>();
            int[][] groups = new int[clusters.drivers()][];
            double[][] leads = new double[clusters.drivers()][];
            for (int driver = 0; driver < groups.length; driver++) {
                List<AuditPoint> weeks = clusters.ofDriver().get(driver);
                groups[driver] = weeks.stream()
                        .mapToInt(point -> numbers.computeIfAbsent(group.apply(point), any -> numbers.size()))
                        .toArray();
                leads[driver] = weeks.stream().mapToDouble(AuditPoint::lead).toArray();
            }
            return new Table(groups, leads, numbers.size());
        }

        /**
         * η² of a fleet. One loop over sums, as this is asked a thousand times a factor.
         *
         * @param places drivers whose groups are taken
         * @param people drivers whose leads are put there, week by week, from the first again where there are too few
         */
        double share(int[] places, int[] people) {
            double[] sums = new double[size];
            int[] counts = new int[size];
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int i = 0; i < places.length; i++) {
                int[] weeks = groups[places[i]];
                double[] own = leads[people[i]];
                for (int week = 0; week < weeks.length; week++) {
                    double lead = own[week % own.length];
                    sums[weeks[week]] += lead;
                    counts[weeks[week]]++;
                    sum += lead;
                    squares += lead * lead;
                    count++;
                }
            }
            double all = squares - sum * sum / count;
            double between = -sum * sum / count;
            for (int group = 0; group < size; group++) {
                between += counts[group] == 0 ? 0 : sums[group] * sums[group] / counts[group];
            }
            return all <= 0 ? 0 : between / all;
        }
    }
}
