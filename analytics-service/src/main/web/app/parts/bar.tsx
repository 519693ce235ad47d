import { useState } from "react";
import { useAnswer } from "../api";
import { useCommunity } from "../community";
import { choose } from "../route";
import { type NamedWindow, PRESETS, pathOf } from "../span";
import { useWords } from "../words";

interface NamedGroup {
  group: string;
  name: string;
}

/** Which days and which group a view is about; the same above every view. */
export function WindowBar() {
  const words = useWords();
  const { route, community, span, group, compared } = useCommunity();
  const compare = route.query.get("compare") === "1";
  const named = useAnswer<{ items: NamedWindow[] }>(pathOf(community, "windows", { limit: 200 }));
  const groups = useAnswer<{ items: NamedGroup[] }>(pathOf(community, "groups", { limit: 200 }));
  const [custom, setCustom] = useState(span.of === "custom");
  const value = custom ? "custom" : span.of === "named" ? `named:${span.window}` : span.of === "days" ? String(span.days) : "custom";
  const { from, to: until } = span;
  const pick = (said: string) => {
    setCustom(said === "custom");
    choose(route, { w: said === "custom" ? `${from}..${until}` : said });
  };
  return (
    <div className="bar" role="group" aria-label={words.t("window.scope")}>
      <label>
        <span>{words.t("window.label")}</span>
        <select value={value} onChange={event => pick(event.target.value)}>
          {PRESETS.map(days => (
            <option key={days} value={days}>
              {words.t(days === 84 ? "window.weeks" : "window.days", { n: days === 84 ? 12 : days })}
            </option>
          ))}
          {span.of === "days" && !(PRESETS as readonly number[]).includes(span.days) && (
            <option value={span.days}>{words.t("window.days", { n: span.days })}</option>
          )}
          {named.state === "ready" &&
            named.data.items.map(window => (
              <option key={window.id} value={`named:${window.id}`}>
                {window.name}
              </option>
            ))}
          <option value="custom">{words.t("window.custom")}</option>
        </select>
      </label>
      {custom && span.of !== "named" && (
        <>
          <Day label={words.t("window.from")} value={from} change={day => choose(route, { w: `${day}..${until < day ? day : until}` })} />
          <Day label={words.t("window.to")} value={until} change={day => choose(route, { w: `${from > day ? day : from}..${day}` })} />
        </>
      )}
      <label>
        <span>{words.t("app.group")}</span>
        <select value={group ?? ""} onChange={event => choose(route, { group: event.target.value || null })}>
          <option value="">{words.t("app.allGroups")}</option>
          {groups.state === "ready" &&
            groups.data.items.map(each => (
              <option key={each.group} value={each.group}>
                {each.name}
              </option>
            ))}
          {group && groups.state === "ready" && !groups.data.items.some(each => each.group === group) && (
            <option value={group}>{group}</option>
          )}
        </select>
      </label>
      <label className="check" title={words.t("window.compareHint")}>
        <input type="checkbox" checked={compare} onChange={event => choose(route, { compare: event.target.checked ? "1" : null })} />
        <span>{words.t("window.compare")}</span>
      </label>
      {compare && (
        <p className="small with" role="status">
          {compared
            ? words.t("window.comparedWith", { from: words.day(compared.from), to: words.day(compared.to) })
            : words.t("window.noBaseline")}
        </p>
      )}
    </div>
  );
}

function Day({ label, value, change }: { label: string; value: string; change: (day: string) => void }) {
  return (
    <label>
      <span>{label}</span>
      <input type="date" value={value} onChange={event => event.target.value && change(event.target.value)} />
    </label>
  );
}
