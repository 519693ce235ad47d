package dev.hearth.platform.problem;

/** Problems that any request can meet. */
public enum RequestProblem implements ProblemType {
    MALFORMED_BODY(400, "The body is not what this operation reads"),
    INVALID_PARAMETER(400, "A parameter is out of its range"),
    INVALID_FIELD(422, "A field of the body is out of its range"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is no such resource"),
    UNKNOWN_COMMUNITY(404, "There is no such community"),
    METHOD_NOT_ALLOWED(405, "The resource does not have this method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be made"),
    CONFLICT(409, "The resource is in a state that does not allow this"),
    PRECONDITION_FAILED(412, "The resource has changed since it was read"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not read here"),
    PRECONDITION_REQUIRED(428, "If-Match is needed to change what exists"),
    TOO_MANY_REQUESTS(429, "Too many requests at once"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "A part this needs is not available now");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
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
