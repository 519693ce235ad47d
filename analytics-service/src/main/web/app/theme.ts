import { createContext, useContext } from "react";

export type Theme = "system" | "light" | "dark";

export const ThemeContext = createContext<string>("light");
/** What is shown now, light or dark. */
export const useTheme = () => useContext(ThemeContext);

export function firstTheme(): Theme {
  const kept = localStorage.getItem("hearth-theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}
