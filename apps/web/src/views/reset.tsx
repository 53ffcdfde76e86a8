import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { AuthForm } from "../session/auth-form.tsx";
import { useEntrance } from "../session/entrance.ts";
import { EmailField, PasswordField } from "../session/fields.tsx";
import { ForgottenForm } from "../session/forgotten-form.tsx";
import { askWho, type Person } from "../session/person.ts";
import { wordsFor } from "../session/refusal.ts";
import { BackToSignIn } from "./forgotten.tsx";
import { SignPage } from "./sign-page.tsx";

/** Where the link of a letter leads; another link, opened in the same tab, changes nothing but what is behind the #. */
export function Reset(): ReactElement {
  useRouterState({ select: (state) => state.location.hash });
  const { hash } = location; // as it is: the router decodes its own
  return <ResetBy key={hash} link={new URLSearchParams(hash.slice(1))} />;
}

/** To a new password, and with it inside; or to another link, if this one is spent. */
function ResetBy({ link }: { readonly link: URLSearchParams }): ReactElement {
  const t = useMessages();
  const enter = useEntrance();
  const navigate = useNavigate();
  const [email, token] = [link.get("email") ?? undefined, link.get("token")];
  const [stage, setStage] = useState<"asks" | "spent" | "changed">(token === null ? "spent" : "asks");

  const submit = async (read: (field: string) => string): Promise<string | undefined> => {
    const { auth } = await import("../session/auth.ts");
    const password = read("password");
    const { error } = await auth.resetPassword({ newPassword: password, token: token ?? "" });
    if (error?.code === "INVALID_TOKEN" || error?.code === "USER_NOT_FOUND") setStage("spent");
    else if (error !== null) return wordsFor(error, t);
    else {
      const person = await signedIn(email, password);
      if (person === undefined) setStage("changed");
      else {
        enter(person, false);
        await navigate({ to: "/inbox" });
      }
    }
    return undefined;
  };

  if (stage === "spent") {
    return (
      <SignPage name={t.linkSpent} title={t.linkSpent} lead={t.linkSpentLead}>
        <ForgottenForm email={email} />
        <BackToSignIn />
      </SignPage>
    );
  }
  if (stage === "changed") {
    return (
      <SignPage name={t.passwordChanged} title={t.passwordChanged} lead={t.signInLead}>
        <BackToSignIn />
      </SignPage>
    );
  }
  return (
    <SignPage name={t.resetTitle} title={t.resetTitle} lead={t.resetLead}>
      <AuthForm action={t.savePassword} submit={submit}>
        {email !== undefined && <EmailField email={email} />}
        <PasswordField label={t.newPassword} isNew />
      </AuthForm>
      <BackToSignIn />
    </SignPage>
  );
}

/** With the password that is there by now; what fails at this is no reason to ask for another one. */
async function signedIn(email: string | undefined, password: string): Promise<Person | undefined> {
  if (email === undefined) return undefined;
  try {
    const { auth } = await import("../session/auth.ts");
    const { error } = await auth.signIn.email({ email, password });
    return error === null ? await askWho() : undefined;
  } catch {
    return undefined;
  }
}
