package dev.hearth.acceptance.simulation;

import java.util.List;

/** Handles and group names that nobody could take for real ones. */
final class Names {
    private static final List<String> QUALITIES = List.of(
            "quiet", "amber", "paper", "rapid", "misty", "lucky", "velvet", "polar", "sunny", "hidden", "青柠", "晚风",
            "薄荷", "云朵", "橘子", "松果", "星河", "半糖");
    private static final List<String> CREATURES = List.of(
            "heron", "otter", "comet", "maple", "lantern", "pixel", "teapot", "sparrow", "pebble", "kite", "小鹿", "海豚",
            "麻雀", "刺猬", "白鲸", "灯塔", "茶壶", "纸船");
    private static final List<String> TOPICS = List.of(
            "Newcomers",
            "新人报到",
            "Weekend 周末",
            "Morning",
            "夜猫子",
            "Gear 装备",
            "Beginners",
            "进阶",
            "Local 同城",
            "Photos",
            "打卡",
            "Recipes 菜谱",
            "Swap 闲置",
            "Q&A 问答",
            "Challenges",
            "读书",
            "Parents 亲子",
            "Students",
            "VIP",
            "Friends of friends");

    private Names() {}

    static String handle(Chance chance, int number) {
        return chance.of(QUALITIES) + "-" + chance.of(CREATURES) + "-" + number;
    }

    static String group(int number) {
        return TOPICS.get(number % TOPICS.size()) + " #" + (number / TOPICS.size() + 1);
    }
}
