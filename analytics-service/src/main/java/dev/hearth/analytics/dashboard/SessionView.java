package dev.hearth.analytics.dashboard;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is signed in, and where they may look. */
@Schema(name = "Session")
record SessionView(
        @Schema(required = true, description = "the token's `sub`", examples = "ops@acme.example")
        String subject,

        @Schema(required = true, description = "what the token allows", examples = "[\"analytics:read\"]")
        List<String> scopes,

        @Schema(required = true, description = "when the token, and with it the session, ends")
        Instant expiresAt,

        @Schema(
                required = true,
                description = "the communities that the token names and that exist here, by name; at most 1,000")
        List<KnownCommunityView> communities) {

    /** A community that the caller may look at. */
    @Schema(name = "SessionCommunity")
    record KnownCommunityView(
            @Schema(required = true, examples = "acme") String community,

            @Schema(required = true, examples = "Acme Runners")
            String name,

            @Schema(required = true, description = "the IANA time zone of its days", examples = "Europe/Berlin")
            String zone) {}
}
