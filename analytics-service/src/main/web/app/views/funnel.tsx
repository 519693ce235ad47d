import { useCallback } from "react";
import { useCommunity } from "../community";
import { Card } from "../parts/card";
import { axes, Chart, earlier, type Ink } from "../parts/chart";
import { useKinds } from "../parts/kinds";
import { useMovedColumn } from "../parts/moved";
import { Who } from "../parts/who";
import { choose } from "../route";
import { type Figures, useCompared } from "../span";
import { useWords } from "../words";

interface Step {
  kinds: string[];
  members: number;
  fromStepBefore: number | null;
  fromEntry: number | null;
  medianMillis: number | null;
}

const FACTS = ["member.joined", "member.group-joined", "member.left"];
const MOST = 10;

export function Funnel() {
  const words = useWords();
  const { route, group } = useCommunity();
  const kinds = useKinds();
  const chosen = route.query.getAll("step");
  const steps = chosen.length > 0 ? chosen : firstSteps(kinds);
  const within = route.query.get("windowDays") ?? "28";
  const complete = steps.filter(Boolean).length >= 2 && steps.every(Boolean);
  const { path, now: loaded, before } = useCompared<Figures<Step>>(complete ? "funnel" : null, { step: steps, windowDays: within, group });
  const moved = useMovedColumn();
  const behind = (index: number, outcome: "REACHED" | "LOST") =>
    path && `${path.replace("/funnel?", "/funnel/members?")}&atStep=${index + 1}&outcome=${outcome}`;
  const put = (changed: string[]) => choose(route, { step: changed });
  const draw = useCallback(
    (ink: Ink) => {
      if (loaded.state !== "ready") return {};
      const items = [...loaded.data.items].reverse();
      const { xAxis, yAxis } = axes(ink, items.map(step => step.kinds.join(" / "))) as { xAxis: object; yAxis: object };
      return {
        grid: { left: 8, right: 56, top: 8, bottom: 4, containLabel: true },
        xAxis: yAxis,
        yAxis: xAxis,
        series: [
          {
            name: words.t("funnel.members"),
            type: "bar",
            barMaxWidth: 36,
            itemStyle: { borderRadius: [0, 4, 4, 0] },
            label: {
              show: true,
              position: "right",
              color: ink.text,
              formatter: (bar: { dataIndex: number }) => {
                const share = items[bar.dataIndex].fromEntry;
                return share === null ? "" : words.percent(share);
              },
            },
            data: items.map(step => step.members),
          },
          ...earlier(
            ink,
            "bar",
            words.t("window.before"),
            before && items.map((_, index) => before.items[items.length - 1 - index]?.members ?? 0),
            { barMaxWidth: 36 },
          ),
        ],
      };
    },
    [loaded, before, words],
  );
  return (
    <div className="cards">
      <section className="card wide" aria-label={words.t("funnel.title")}>
        <ol className="steps">
          {steps.map((step, index) => (
            // The same kind may be two steps.
            <li key={`${index}-${step}`}>
              <label>
                <span>{words.t("funnel.step", { n: index + 1 })}</span>
                <select value={step} onChange={event => put(steps.with(index, event.target.value))}>
                  {!step && <option value="" />}
                  {[...new Set([...kinds, ...FACTS, ...steps])].filter(Boolean).map(kind => (
                    <option key={kind} value={kind}>
                      {kind}
                    </option>
                  ))}
                </select>
              </label>
              {steps.length > 2 && (
                <button type="button" className="quiet" onClick={() => put(steps.filter((_, each) => each !== index))}>
                  <span aria-hidden="true">×</span>
                  <span className="unseen">{words.t("funnel.removeStep", { n: index + 1 })}</span>
                </button>
              )}
            </li>
          ))}
        </ol>
        <div className="bar">
          {steps.length < MOST && (
            <button type="button" onClick={() => put([...steps, kinds.find(kind => !steps.includes(kind)) ?? FACTS[0]])}>
              {words.t("funnel.addStep")}
            </button>
          )}
          <label>
            <span>{words.t("funnel.windowDays")}</span>
            <input
              type="number"
              min={1}
              max={365}
              value={within}
              onChange={event => choose(route, { windowDays: event.target.value || "1", step: steps })}
            />
          </label>
        </div>
      </section>
      {complete ? (
        <Card
          title={words.t("funnel.title")}
          what={words.t("funnel.what")}
          csv={path ?? undefined}
          who={behind(0, "REACHED") ?? undefined}
          loaded={loaded}
          asOf={data => data.asOf}
          isEmpty={data => data.items.every(step => step.members === 0)}
          wide
          table={data => ({
            columns: [
              { head: words.t("figure.kind"), cell: (row: Step) => row.kinds.join(" / ") },
              { head: words.t("funnel.members"), cell: (row: Step) => words.number(row.members), number: true },
              { head: words.t("funnel.fromBefore"), cell: (row: Step) => (row.fromStepBefore === null ? "" : words.percent(row.fromStepBefore)), number: true },
              { head: words.t("funnel.fromEntry"), cell: (row: Step) => (row.fromEntry === null ? "" : words.percent(row.fromEntry)), number: true },
              ...moved(words.t("funnel.members"), (row: Step) => ({
                now: row.members,
                before: before?.items[data.items.indexOf(row)]?.members,
              })),
              ...moved(words.t("funnel.fromEntry"), (row: Step) => ({
                now: row.fromEntry,
                before: before?.items[data.items.indexOf(row)]?.fromEntry,
                unit: "share",
              })),
              ...(["REACHED", "LOST"] as const).map(outcome => ({
                head: words.t(`funnel.${outcome}`),
                cell: (row: Step) => {
                  const index = data.items.indexOf(row);
                  const isThere = outcome === "REACHED" || index < data.items.length - 1;
                  return isThere ? (
                    <Who path={behind(index, outcome)!} of={`${words.t(`funnel.${outcome}`)}, ${words.t("funnel.step", { n: index + 1 })}`} />
                  ) : (
                    ""
                  );
                },
              })),
              { head: words.t("funnel.median"), cell: (row: Step) => (row.medianMillis === null ? "" : words.span(row.medianMillis)), number: true },
            ],
            rows: data.items,
          })}
        >
          {data => (
            <Chart
              draw={draw}
              label={words.t("funnel.title")}
              height={40 + (before ? 72 : 52) * data.items.length}
              onPick={picked => {
                // The other bars are those of the days before.
                if (picked.seriesIndex === 0) choose(route, { who: behind(data.items.length - 1 - picked.dataIndex, "REACHED") });
              }}
            />
          )}
        </Card>
      ) : (
        <p className="empty">{words.t("funnel.empty")}</p>
      )}
    </div>
  );
}

const USUAL = ["member.joined", "message.posted", "reply.posted", "purchase.made"];

/** Who joins, talks, answers and buys, as far as that happens here. */
function firstSteps(kinds: string[]): string[] {
  const usual = USUAL.filter(kind => kinds.includes(kind));
  return usual.length >= 2 ? usual : ["member.joined", kinds.find(kind => kind !== "member.joined") ?? ""];
}
