import { createContext, useContext } from "react";
import { en, type Key } from "./en";
import { zh } from "./zh";

export type { Key } from "./en";
export type Language = "en" | "zh";

const BOOKS: Record<Language, Record<Key, string>> = { en, zh };

/** `{n}` is what fills it, `{n|day|days}` the word that goes with as many. */
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** What the page says and how it writes numbers and days, in one language. */
export interface Words {
  language: Language;
  t(key: Key, filled?: Record<string, string | number>): string;
  /** Whether the key is known: names that come from data (a kind, a sign) may have a word or not. */
  maybe(key: string, otherwise: string): string;
  number(value: number, decimals?: number): string;
  /** A number that says whether it is more or less. */
  change(value: number): string;
  percent(share: number, decimals?: number): string;
  signed(share: number): string;
  /** With its sign, one decimal. */
  more(value: number): string;
  day(iso: string): string;
  /** Without its year. */
  shortDay(iso: string): string;
  moment(iso: string): string;
  span(millis: number): string;
}

export function wordsIn(language: Language): Words {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const book = BOOKS[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return {
    language,
    t: (key, filled = {}) =>
      book[key].replace(PLACE, (whole, name: string, one?: string, many?: string) =>
        name in filled ? (one === undefined ? String(filled[name]) : String(filled[name]) === "1" ? one : many!) : whole,
      ),
    maybe: (key, otherwise) => (key in book ? book[key as Key] : otherwise),
    number: (value, decimals = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value),
    change: value => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(value),
    percent: (share, decimals = 1) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: decimals }).format(share),
    signed: share =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(
        share,
      ),
    more: value => new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value),
    day: iso => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    shortDay: iso => shortDay.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    moment: iso => moment.format(new Date(iso)),
    span: millis => duration(millis, locale),
  };
}

const UNITS: [Intl.NumberFormatOptions["unit"], number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
];

function duration(millis: number, locale: string): string {
  const [unit, size] = UNITS.find(([, length]) => millis >= length) ?? ["second", 1_000];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(
    millis / size,
  );
}

export const WordsContext = createContext<Words>(wordsIn("en"));
export const useWords = () => useContext(WordsContext);

/** The language of the address, of the last visit, or of the browser. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem("hearth-language");
  if (kept === "en" || kept === "zh") {
    return kept;
  }
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
