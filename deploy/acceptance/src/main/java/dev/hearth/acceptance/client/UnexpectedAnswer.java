package dev.hearth.acceptance.client;

/** A service answered, and refused. */
public final class UnexpectedAnswer extends RuntimeException {
    private final transient Answer answer;

    UnexpectedAnswer(String request, Answer answer) {
        super(request + " was answered " + answer.status() + " " + answer.body());
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
