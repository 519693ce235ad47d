import { useEffect, useRef, useState } from "react";
import { get, type Loaded, Problem } from "../api";
import { useCommunity } from "../community";
import { choose, linkTo } from "../route";
import { useWords } from "../words";
import { Link } from "./link";

interface Listed {
  total: number;
  items: { memberId: string }[];
  next?: string;
}

/** The members behind a figure, page by page, beside the view that asked for them. */
export function MembersPanel() {
  const { route, community } = useCommunity();
  const path = route.query.get("who");
  // Only what this community's figures list: the address may come from anywhere.
  const known = path?.startsWith(`/communities/${encodeURIComponent(community)}/`) && !path.includes("..") ? path : null;
  return known ? <Panel key={known} path={known} close={() => choose(route, { who: null })} /> : null;
}

function Panel({ path, close }: { path: string; close: () => void }) {
  const words = useWords();
  const { route } = useCommunity();
  const dialog = useRef<HTMLDialogElement>(null);
  const [list, setList] = useState<Loaded<Listed>>({ state: "loading" });
  const more = (cursor: string, before: Listed | null) =>
    get<Listed>(`${path}${path.includes("?") ? "&" : "?"}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`).then(
      page => setList({ state: "ready", data: { ...page, items: [...(before?.items ?? []), ...page.items] } }),
      fault =>
        setList({
          state: "failed",
          problem: fault instanceof Problem ? fault : new Problem(0, "", ""),
          retry: () => void more(cursor, before),
        }),
    );
  useEffect(() => {
    dialog.current?.showModal();
    void more("", null);
  }, [path]);
  return (
    <dialog ref={dialog} className="panel" aria-labelledby="who-title" onClose={close}>
      <header>
        <h2 id="who-title">{words.t("who.title")}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {words.t("app.close")}
        </button>
      </header>
      {list.state === "loading" && <p role="status">{words.t("card.loading")}</p>}
      {list.state === "failed" && (
        <div className="failed" role="alert">
          <p>{list.problem.title || words.t("card.failed")}</p>
          <button type="button" onClick={list.retry}>
            {words.t("card.retry")}
          </button>
        </div>
      )}
      {list.state === "ready" && (
        <>
          <p className="small">{words.t("who.total", { n: words.number(list.data.total) })}</p>
          <ul className="people">
            {list.data.items.map(member => (
              <li key={member.memberId}>
                <Link to={linkTo(route, "members", member.memberId)}>{member.memberId}</Link>
              </li>
            ))}
          </ul>
          {list.data.next && (
            <button type="button" onClick={() => void more(list.data.next!, list.data)}>
              {words.t("app.more")}
            </button>
          )}
        </>
      )}
    </dialog>
  );
}
