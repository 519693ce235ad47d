package dev.hearth.acceptance.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a benchmark runs on.
 *
 * @param system the operating system and its version
 * @param architecture of the processors
 * @param processors how many there are
 * @param java the virtual machine
 * @param loadBefore processes that wanted a processor in the minute before it began: anything near the number of
 *     processors means that others were at work
 */
record Machine(String system, String architecture, int processors, String java, double loadBefore) {
    static Machine now() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s, %s, %d processors, %s; load before: %.1f",
                system,
                architecture,
                processors,
                java,
                loadBefore);
    }
}
