package dev.hearth.platform.event;

/** Names of the Kafka topics. Partitions and clean-up policies stand in {@code deploy/kafka/topics.properties}. */
public final class Topics {
    public static final String MEMBER = "hearth.member";
    public static final String MEMBER_STATE = "hearth.member-state";
    public static final String COMMUNITY_STATE = "hearth.community-state";
    public static final String ENGAGEMENT = "hearth.engagement";
    public static final String INCENTIVE = "hearth.incentive";
    public static final String ANSWER_STATE = "hearth.answer-state";
    public static final String BALANCE_STATE = "hearth.balance-state";
    public static final String METRIC = "hearth.metric";
    public static final String SETTING_STATE = "hearth.setting-state";
    public static final String SIGNAL = "hearth.signal";

    private Topics() {}

    /** Where records go that {@code service} cannot read or apply. */
    public static String deadLetter(String service) {
        return "hearth.dead-letter." + service;
    }

    /** The key of everything about one member: the same in every topic, so the same partition too. */
    public static String memberKey(String community, String memberId) {
        return community + "/" + memberId;
    }

    /** The key of a declared kind's state: no group's, whose keys have one slash. */
    public static String kindKey(String community, String kind) {
        return community + "/kind/" + kind;
    }

    /** The key of a setting's state. */
    public static String settingKey(String community, String kind, String id) {
        return community + "/" + kind + "/" + id;
    }

    /** The key of a group's state. */
    public static String groupKey(String community, String groupId) {
        return community + "/" + groupId;
    }
}
