package dev.hearth.local.test;

/** Names that were not used before in this JVM, whatever class loader asks. */
final class Fresh {

    private static final String COUNTER = "hearth.local.fresh";

    private Fresh() {}

    static String name(String prefix) {
        synchronized (System.getProperties()) {
            var next = Integer.getInteger(COUNTER, 0) + 1;
            System.setProperty(COUNTER, Integer.toString(next));
            return prefix + "_" + next;
        }
    }
}
