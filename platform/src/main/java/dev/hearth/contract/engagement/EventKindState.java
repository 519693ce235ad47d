package dev.hearth.contract.engagement;

import dev.hearth.contract.Contract;

/**
 * A kind of event that a community declared; it is never taken back. The standard kinds, which every community has, are
 * not told of. Compacted; key {@code community/kind/<kind>}.
 *
 * @param community the community that declared it
 * @param kind the name that events carry, e.g. {@code recipe.shared}
 * @param description what a member did, for people
 * @param version grows with every change
 */
@Contract(type = "dev.hearth.engagement.kind-state.v1", topic = "hearth.community-state")
public record EventKindState(String community, String kind, String description, long version) {}
