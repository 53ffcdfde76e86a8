import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { use, useEffect, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEntrance } from "../session/entrance.ts";
import { SignForm } from "../session/sign-form.tsx";
import { WorkplaceContext } from "../store/hooks.ts";
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
  const router = useRouter();
  const { to: place } = useSearch({ from: "/sign" });
  const isHere = use(WorkplaceContext) !== undefined; // signed in, in this tab or another one
  useEffect(() => {
    if (isHere) router.history.replace(place ?? "/inbox");
  }, [isHere, place, router]);
  return (
    <SignPage
      name={kind === "up" ? t.signUp : t.signIn}
      title={kind === "up" ? t.signUpTitle : t.signInTitle}
      lead={kind === "up" ? t.signUpLead : t.signInLead}
    >
      <SignForm key={kind} kind={kind} onDone={enter} />
      <p className="muted sign-other">
        {kind === "up" ? t.alreadyHere : t.newHere}{" "}
        <Link to={kind === "up" ? "/sign-in" : "/sign-up"} search={place === undefined ? {} : { to: place }}>
          {kind === "up" ? t.signIn : t.signUp}
        </Link>
      </p>
    </SignPage>
  );
}
