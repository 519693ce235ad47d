package dev.hearth.acceptance.client;

import java.net.URI;
import java.util.Map;

/**
 * Where the four services answer.
 *
 * @param member base of member-service, without a trailing slash, e.g. {@code http://localhost:8081}
 * @param engagement base of engagement-service
 * @param incentive base of incentive-service
 * @param analytics base of analytics-service
 */
public record SuiteAddresses(URI member, URI engagement, URI incentive, URI analytics) {
    /** The addresses that {@code hearth up} uses, unless {@code HEARTH_…_URL} says otherwise. */
    public static SuiteAddresses of(Map<String, String> environment) {
        return new SuiteAddresses(
                base(environment, "HEARTH_MEMBER_URL", "http://localhost:8081"),
                base(environment, "HEARTH_ENGAGEMENT_URL", "http://localhost:8082"),
                base(environment, "HEARTH_INCENTIVE_URL", "http://localhost:8083"),
                base(environment, "HEARTH_ANALYTICS_URL", "http://localhost:8084"));
    }

    private static URI base(Map<String, String> environment, String name, String usual) {
        return base(environment.getOrDefault(name, usual));
    }

    /** A base address as a person writes it: a trailing slash is dropped. */
    public static URI base(String address) {
        URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw new IllegalArgumentException("not an http address: " + address);
        }
        return uri;
    }
}
