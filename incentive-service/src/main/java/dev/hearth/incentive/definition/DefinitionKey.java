package dev.hearth.incentive.definition;

/**
 * Names a definition among those of its type.
 *
 * @param community the community's id
 * @param id chosen by the caller, unique in the community and type
 */
public record DefinitionKey(String community, String id) {}
