package dev.hearth.contract.member;

import dev.hearth.contract.Contract;

/**
 * The whole public state of a community. Compacted; key {@code community}.
 *
 * @param community the community's id
 * @param name display name
 * @param purpose what the community is for (社群定位)
 * @param zone IANA time zone; a day is this zone's day unless the group has its own
 * @param joinMode how members come in
 * @param version grows with every change
 */
@Contract(type = "dev.hearth.member.community-state.v1", topic = "hearth.community-state")
public record CommunityState(
        String community, String name, String purpose, String zone, JoinMode joinMode, long version) {}
