import type { ComponentType } from "react";
import { Funnel } from "./funnel";
import { Goals } from "./goals";
import { Groups } from "./groups";
import { Growth } from "./growth";
import { Incentives } from "./incentives";
import { Influence } from "./influence";
import { Journal } from "./journal";
import { Leaders } from "./leaders";
import { Members } from "./members";
import { Overview } from "./overview";
import { Retention } from "./retention";
import { Today } from "./today";

/** Views of how things stand now, which no window changes: with nothing to choose, or only whether to compare. */
export const TIMELESS = new Map<string, "nothing" | "compare">([
  ["today", "nothing"],
  ["goals", "nothing"],
  ["groups", "compare"],
]);

/** The views, by the word in their address, in the order of the menu. */
export const VIEWS: Record<string, ComponentType> = {
  today: Today,
  overview: Overview,
  retention: Retention,
  funnel: Funnel,
  growth: Growth,
  groups: Groups,
  leaders: Leaders,
  influence: Influence,
  incentives: Incentives,
  goals: Goals,
  journal: Journal,
  members: Members,
};
