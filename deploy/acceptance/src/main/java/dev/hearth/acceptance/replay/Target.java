package dev.hearth.acceptance.replay;

import dev.hearth.acceptance.client.SuiteAddresses;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Where a replay goes.
 *
 * @param community id of the community, registered if it does not exist
 * @param zone its zone if it is registered now: a day is this zone's day
 * @param addresses the services
 */
public record Target(String community, ZoneId zone, SuiteAddresses addresses) {
    /**
     * A community's id from a file's name: its stem, or the folder's name where the stem is only {@code events}; what
     * an id may not contain becomes a hyphen.
     */
    static String communityOf(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Path folder = file.toAbsolutePath().getParent();
        boolean generic = stem.isEmpty() || stem.equals("events");
        String chosen = generic && folder != null ? String.valueOf(folder.getFileName()) : stem;
        String clean = chosen.replaceAll("[^A-Za-z0-9_.:-]", "-");
        return clean.substring(0, Math.min(clean.length(), 64));
    }

    /** An address of member-service below the community. */
    URI member(String path) {
        return below(addresses.member(), path);
    }

    /** An address of engagement-service below the community. */
    URI engagement(String path) {
        return below(addresses.engagement(), path);
    }

    private URI below(URI base, String path) {
        return URI.create(base + "/communities/" + segment(community) + path);
    }

    /** An id as one segment of a path. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
