import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { AuthForm } from "./auth-form.tsx";
import { EmailField, PasswordField } from "./fields.tsx";
import { ForgottenLink } from "./forgotten-link.tsx";
import { askWho, type Person } from "./person.ts";
import { wordsFor } from "./refusal.ts";

interface SignFormProps {
  readonly kind: "in" | "up";
  /** Fixed when one signs in again. */
  readonly email?: string;
  readonly onDone: (person: Person, isNew: boolean) => void;
}

export function SignForm({ kind, email, onDone }: SignFormProps): ReactElement {
  const t = useMessages();
  const isNew = kind === "up";

  const submit = async (read: (field: string) => string): Promise<string | undefined> => {
    const name = read("name").trim();
    if (isNew && name === "") return t.nameMissing;
    const { auth } = await import("./auth.ts");
    const credentials = { email: read("email"), password: read("password") };
    const { error } = isNew
      ? await auth.signUp.email({ ...credentials, name })
      : await auth.signIn.email(credentials);
    if (error !== null) return wordsFor(error, t);
    const person = await askWho();
    if (person === undefined) return t.authRefused;
    onDone(person, isNew);
    return undefined;
  };

  return (
    <>
      <AuthForm action={isNew ? t.signUp : t.signIn} submit={submit}>
        {isNew && (
          <label>
            <span>{t.name}</span>
            <input name="name" autoComplete="name" required maxLength={100} dir="auto" />
          </label>
        )}
        <EmailField email={email} />
        <PasswordField label={t.password} isNew={isNew} />
      </AuthForm>
      {!isNew && <ForgottenLink />}
    </>
  );
}
