/**
 * The local servers as resources of Quarkus tests: {@code @WithTestResource(value = PostgresResource.class, initArgs
 * = @ResourceArg(name = "database", value = "hearth_member"))}. One server of a kind per JVM, shared by all test
 * classes; each start of an application gets its own database. Where Docker answers (or
 * {@code -Dhearth.containers=true}) the servers are containers.
 */
@NullMarked
package dev.hearth.local.test;

import org.jspecify.annotations.NullMarked;
