package dev.hearth.incentive.wallet.opening;

import dev.hearth.incentive.task.TaskType;

/**
 * Books an import.
 *
 * @param openingImport the import's id
 * @param rows how many it has
 */
record OpeningTask(String openingImport, long rows) {
    static final TaskType<OpeningTask, Booked> TYPE = new TaskType<>("opening-import", OpeningTask.class, Booked.class);

    /**
     * How far it is, and in the end what came of it.
     *
     * @param part the last part that was booked
     * @param booked rows that were booked
     * @param repeated rows whose id had been booked before
     * @param points what was booked, in all currencies together
     */
    record Booked(int part, long booked, long repeated, long points) {
        static final Booked NOTHING = new Booked(0, 0, 0, 0);

        Booked plus(int next, long fresh, long again, long given) {
            return new Booked(next, booked + fresh, repeated + again, Math.addExact(points, given));
        }

        long rows() {
            return booked + repeated;
        }
    }
}
