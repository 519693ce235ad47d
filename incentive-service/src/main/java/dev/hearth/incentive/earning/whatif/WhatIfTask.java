package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.rule.Proposal;
import dev.hearth.incentive.task.TaskType;

/**
 * What a what-if is about.
 *
 * @param days how many local days, the last is the one on which it was asked for
 * @param proposal what would be in force
 */
record WhatIfTask(int days, Proposal proposal) {
    static final TaskType<WhatIfTask, Read> TYPE = new TaskType<>("what-if", WhatIfTask.class, Read.class);

    /**
     * How far it is. The pasts themselves are in the memory of the replica that works on it: another one begins again.
     *
     * @param records of the topics that were read
     */
    record Read(long records) {}
}
