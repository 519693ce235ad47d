package dev.hearth.engagement.ingest;

import dev.hearth.platform.problem.ProblemType;

/** Why a request or one of its events is refused. */
enum IngestProblem implements ProblemType {
    /** The request has no events, or none that could be read. */
    NO_EVENTS(422, "The request has no events"),
    TOO_MANY_EVENTS(422, "The request has more events than one request may have"),
    NOTHING_ACCEPTED(422, "Every event of the request was refused"),

    INVALID_EVENT(422, "A field of the event is missing or out of its range"),
    MALFORMED_EVENT(400, "The line is not a JSON object"),
    EVENT_TOO_LARGE(413, "The line is too long"),
    UNKNOWN_KIND(422, "The event's kind is neither a standard kind nor declared in this community"),
    PROPERTIES_REFUSED(422, "The properties do not fit the schema that the community declared for the kind"),
    BANNED_MEMBER(403, "The member is banned"),
    FOREIGN_MEMBER(403, "A member's token sends only that member's events"),

    COMMUNITY_OVER_SHARE(429, "This community has too many events under way"),
    OVERLOADED(503, "Too many events are under way"),
    NOT_RECORDED(503, "The events could not be recorded in time"),
    STARTING(503, "The service is still loading what it must know");

    private final int status;
    private final String title;

    IngestProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
