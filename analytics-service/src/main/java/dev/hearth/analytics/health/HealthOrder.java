package dev.hearth.analytics.health;

/** By what groups are ranked: who needs somebody most comes first. A part that cannot be said yet comes last. */
enum HealthOrder {
    /** The lowest score first. */
    SCORE,
    /** The least activity first. */
    ACTIVITY,
    /** The least steady first. */
    STEADINESS,
    /** The least participation first. */
    PARTICIPATION,
    /** The least sticky first. */
    STICKINESS,
    /** The least value first. */
    VALUE,
    /** The greatest forecast of exits first. */
    EXIT;

    /** The least comes first. */
    double rank(GroupHealth health) {
        HealthScore parts = health.parts();
        return switch (this) {
            case SCORE -> health.score();
            case ACTIVITY -> parts.activity().orElse(Double.MAX_VALUE);
            case STEADINESS -> parts.steadiness().orElse(Double.MAX_VALUE);
            case PARTICIPATION -> parts.participation().orElse(Double.MAX_VALUE);
            case STICKINESS -> parts.stickiness().orElse(Double.MAX_VALUE);
            case VALUE -> parts.value();
            case EXIT -> -health.value().exitForecast();
        };
    }
}
