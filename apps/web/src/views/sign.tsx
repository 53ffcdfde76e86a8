import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEntrance } from "../session/entrance.ts";
import { SignForm } from "../session/sign-form.tsx";
import { SignPage } from "./sign-page.tsx";

export function SignIn(): ReactElement {
  return <Sign kind="in" />;
}

export function SignUp(): ReactElement {
  return <Sign kind="up" />;
}

function Sign({ kind }: { readonly kind: "in" | "up" }): ReactElement {
  const t = useMessages();
  const enter = useEntrance();
  return (
    <SignPage
      name={kind === "up" ? t.signUp : t.signIn}
      title={kind === "up" ? t.signUpTitle : t.signInTitle}
      lead={kind === "up" ? t.signUpLead : t.signInLead}
    >
      <SignForm key={kind} kind={kind} onDone={enter} />
      <p className="muted sign-other">
        {kind === "up" ? t.alreadyHere : t.newHere}{" "}
        <Link to={kind === "up" ? "/sign-in" : "/sign-up"}>{kind === "up" ? t.signIn : t.signUp}</Link>
      </p>
    </SignPage>
  );
}
