package dev.hearth.contract.engagement;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of event that every community has. What {@code target} and {@code value} mean is said for each; properties
 * are free. The list only grows.
 */
public enum StandardEventKind {
    MESSAGE_POSTED("message.posted", "Posted a message in a group or to a member; target: that member, if any"),
    REPLY_POSTED("reply.posted", "Replied to a message; target: the message"),
    REACTION_ADDED("reaction.added", "Reacted to a message or to content; target: what to"),
    MENTION_MADE("mention.made", "Mentioned a member; target: the member"),

    TOPIC_STARTED("topic.started", "Began a topic; target: the topic"),
    COMMENT_POSTED("comment.posted", "Commented on content, a question or an answer; target: what on"),
    CONTENT_PUBLISHED("content.published", "Published an article, picture, video or note; target: the content"),
    CONTENT_VIEWED("content.viewed", "Viewed content; target: the content; value: seconds, if known"),
    CONTENT_SHARED("content.shared", "Shared content with others; target: the content"),
    CONTENT_SAVED("content.saved", "Saved content for later; target: the content"),

    QUESTION_ASKED("question.asked", "Asked a question; target: the question"),
    ANSWER_POSTED("answer.posted", "Answered a question; target: the question"),
    ANSWER_ACCEPTED("answer.accepted", "Had an answer accepted by the asker; target: the answer"),
    VOTE_CAST("vote.cast", "Voted on a question, an answer or content; target: what on; value: 1 or -1"),
    POLL_ANSWERED("poll.answered", "Answered a poll or survey; target: the poll"),

    CHECK_IN_MADE("check-in.made", "Checked in for the day or for a challenge; target: the challenge, if any"),
    TASK_COMPLETED("task.completed", "Completed a task; target: the task"),
    ACTIVITY_JOINED("activity.joined", "Signed up for an activity; target: the activity"),
    ACTIVITY_ATTENDED("activity.attended", "Took part in an activity; target: the activity; value: seconds, if known"),
    LIVE_WATCHED("live.watched", "Watched a live broadcast; target: the broadcast; value: seconds, if known"),
    COURSE_COMPLETED("course.completed", "Completed a course or lesson; target: the course"),

    APP_VISITED("app.visited", "Opened the app, the mini program or the site"),
    PROFILE_COMPLETED("profile.completed", "Filled in the own profile"),
    BADGE_EARNED("badge.earned", "Earned a badge in another system; target: the badge"),
    INVITATION_SENT("invitation.sent", "Invited somebody; target: the invitation"),
    REFERRAL_COMPLETED("referral.completed", "Somebody invited came in; target: the new member"),
    FEEDBACK_GIVEN("feedback.given", "Gave feedback or a rating; target: what on; value: the rating, if any"),

    PURCHASE_MADE("purchase.made", "Bought something; target: the order; value: amount in minor units"),
    PURCHASE_REFUNDED("purchase.refunded", "Was refunded; target: the order; value: amount in minor units");

    private static final Map<String, StandardEventKind> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(StandardEventKind::id, Function.identity()));

    private final String id;
    private final String meaning;

    StandardEventKind(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** The standard kind of that name; null if there is none. */
    public static @Nullable StandardEventKind find(String id) {
        return BY_ID.get(id);
    }

    /** The name that events carry, e.g. {@code message.posted}. */
    public String id() {
        return id;
    }

    /** What a member did, and what target and value mean. */
    public String meaning() {
        return meaning;
    }
}
