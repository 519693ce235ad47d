import type { MouseEvent, ReactNode } from "react";
import { go } from "../route";

/** A link within the page: opened in place, but for who asks for another tab. */
export function Link({ to, children, ...rest }: { to: string; children: ReactNode; className?: string; "aria-current"?: "page" }) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
