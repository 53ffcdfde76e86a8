import { useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import type { Messages } from "../i18n/en.ts";
import { farewell } from "./farewell.ts";
import { askWho, type Person } from "./person.ts";

interface SignFormProps {
  readonly kind: "in" | "up";
  /** Fixed when one signs in again. */
  readonly email?: string;
  readonly onDone: (person: Person, isNew: boolean) => void;
}

export function SignForm({ kind, email, onDone }: SignFormProps): ReactElement {
  const t = useMessages();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);

  const submit = async (form: FormData): Promise<void> => {
    if (kind === "up" && textOf(form, "name") === "") return setRefusal(t.nameMissing);
    setBusy(true);
    setRefusal(undefined);
    try {
      const refused = await send(kind, form, email);
      if (refused !== undefined) return setRefusal(wordsFor(refused, t));
      const person = await askWho();
      if (person === undefined) setRefusal(t.authRefused);
      else onDone(person, kind === "up");
    } catch {
      setRefusal(t.authUnreachable);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {kind === "up" && (
        <label>
          <span>{t.name}</span>
          <input name="name" autoComplete="name" required maxLength={100} dir="auto" />
        </label>
      )}
      <label>
        <span>{t.email}</span>
        <input
          name="email"
          type="email"
          autoComplete="username"
          required
          {...(email !== undefined && { value: email, readOnly: true })}
        />
      </label>
      <label>
        <span>{t.password}</span>
        <input
          name="password"
          type="password"
          autoComplete={kind === "up" ? "new-password" : "current-password"}
          minLength={kind === "up" ? 8 : 1}
          maxLength={128}
          required
          aria-describedby={kind === "up" ? "password-hint" : undefined}
        />
        {kind === "up" && (
          <small id="password-hint" className="muted">
            {t.passwordHint}
          </small>
        )}
      </label>
      <p role="alert" className="form-refusal">
        {refusal}
      </p>
      <button type="submit" className="button primary wide" disabled={isBusy}>
        {kind === "up" ? t.signUp : t.signIn}
      </button>
    </form>
  );
}

interface Refused {
  readonly status: number;
  readonly code?: string | undefined;
}

async function send(kind: "in" | "up", form: FormData, known: string | undefined): Promise<Refused | undefined> {
  await farewell.settle();
  const { auth } = await import("./auth.ts");
  const email = known ?? textOf(form, "email");
  const password = valueOf(form, "password");
  const answer =
    kind === "up"
      ? await auth.signUp.email({ email, password, name: textOf(form, "name") })
      : await auth.signIn.email({ email, password });
  return answer.error === null ? undefined : { status: answer.error.status, code: answer.error.code };
}

function wordsFor({ status, code }: Refused, t: Messages): string {
  if (status === 429) return t.tooManyTries;
  if (status === 0 || status >= 500) return t.authUnreachable;
  if (code?.startsWith("USER_ALREADY_EXISTS")) return t.emailTaken;
  return status === 401 ? t.wrongCredentials : t.authRefused;
}

function textOf(form: FormData, name: string): string {
  return valueOf(form, name).trim();
}

function valueOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
