import { type FormEvent, useState } from "react";
import { call, Problem } from "./api";
import type { Session } from "./shell";
import { useWords } from "./words";

/** Asks for a token, once: it is sent in a header and lives on in a cookie that this page cannot read. */
export function SignIn({ ended, done }: { ended: boolean; done: (session: Session) => void }) {
  const words = useWords();
  const [refusal, refuse] = useState<string | null>(null);
  const [asking, ask] = useState(false);
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("token") as HTMLTextAreaElement;
    const token = field.value.trim().replace(/^Bearer\s+/i, "");
    ask(true);
    call<Session>("POST", "/session", { headers: { Authorization: `Bearer ${token}` } })
      .then(done, fault => refuse(fault instanceof Problem ? fault.detail || fault.title : String(fault)))
      .finally(() => ask(false));
  };
  return (
    <main className="alone">
      <form className="card sign-in" onSubmit={enter}>
        <img src="/hearth-mark.svg" alt="" width="40" height="40" />
        <h1>{words.t("signIn.title")}</h1>
        {ended && <p role="status">{words.t("signIn.expired")}</p>}
        <p className="small">{words.t("signIn.lead")}</p>
        <label htmlFor="token">{words.t("signIn.token")}</label>
        <textarea id="token" name="token" rows={4} required spellCheck={false} autoComplete="off" aria-describedby="token-hint" />
        <p id="token-hint" className="small">
          <code>{words.t("signIn.hint")}</code>
        </p>
        {refusal && (
          <p className="failed" role="alert">
            {words.t("signIn.refused", { why: refusal })}
          </p>
        )}
        <button type="submit" className="main" disabled={asking}>
          {words.t("signIn.go")}
        </button>
      </form>
    </main>
  );
}
