package dev.hearth.analytics.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many boards are kept up between questions. One that was dropped is made anew when it is asked for. */
@ConfigMapping(prefix = "hearth.boards")
interface BoardConfig {
    /** So many boards at most; those asked least recently are dropped. */
    @WithDefault("5000")
    int maxBoards();

    /** So many places on all of them, about 60 bytes each; the board asked last is kept whatever its size. */
    @WithDefault("4000000")
    long maxPlaces();
}
