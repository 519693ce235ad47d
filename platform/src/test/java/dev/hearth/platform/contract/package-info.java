/** The published contract: schemas, examples and AsyncAPI, checked against the records and against their history. */
@NullMarked
package dev.hearth.platform.contract;

import org.jspecify.annotations.NullMarked;
