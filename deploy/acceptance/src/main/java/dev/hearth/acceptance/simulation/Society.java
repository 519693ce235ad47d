package dev.hearth.acceptance.simulation;

import java.time.ZoneId;

/** The communities that are simulated. */
public enum Society {
    DAWN(0, "dawn-runners", "晨跑社 Dawn Runners", "Early miles before work: 一起早起跑步", "Asia/Shanghai"),
    KITCHEN(1, "kitchen-table", "Kitchen Table 一起做饭", "Home cooks who swap recipes and 厨具", "Europe/Berlin"),
    PAPER(2, "pixel-paper", "Pixel & Paper 手帐与像素", "Journals, pens and pixel art", "America/New_York");

    static final int COUNT = 3;

    private final int number;
    private final String id;
    private final String title;
    private final String about;
    private final ZoneId zone;

    Society(int number, String id, String title, String about, String zone) {
        this.number = number;
        this.id = id;
        this.title = title;
        this.about = about;
        this.zone = ZoneId.of(zone);
    }

    /** From 0; it stays, since chance depends on it. */
    int number() {
        return number;
    }

    public String id() {
        return id;
    }

    /** Display name. */
    public String title() {
        return title;
    }

    /** What it is for; says that it is simulated. */
    public String purpose() {
        return about + ". Simulated: nobody here exists. 模拟数据，并无真人。";
    }

    /** The zone of its days. */
    public ZoneId zone() {
        return zone;
    }
}
