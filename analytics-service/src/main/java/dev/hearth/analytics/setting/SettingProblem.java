package dev.hearth.analytics.setting;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a setting. */
enum SettingProblem implements ProblemType {
    UNKNOWN_SETTING(404, "The community has put no such document"),
    TOO_MANY_SETTINGS(409, "The community has as many documents of this kind as it may have");

    private final int status;
    private final String title;

    SettingProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
