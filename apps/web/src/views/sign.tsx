import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { use, useEffect, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEntrance } from "../session/entrance.ts";
import { SignForm } from "../session/sign-form.tsx";
import { WorkplaceContext } from "../store/hooks.ts";

export function SignIn(): ReactElement {
  return <Sign kind="in" />;
}

export function SignUp(): ReactElement {
  return <Sign kind="up" />;
}

function Sign({ kind }: { readonly kind: "in" | "up" }): ReactElement {
  const t = useMessages();
  const enter = useEntrance();
  const { to: place } = useSearch({ from: "/sign" });
  const title = kind === "up" ? t.signUp : t.signIn;
  useEffect(() => {
    document.title = `${title} · ${t.appName}`;
  }, [title, t]);

  const router = useRouter();
  const isHere = use(WorkplaceContext) !== undefined; // signed in, in this tab or another one
  useEffect(() => {
    if (isHere) router.history.replace(place ?? "/inbox");
  }, [isHere, place, router]);
  return (
    <main id="content" className="sign">
      <div className="sign-card">
        <img src="/icon.svg" width="48" height="48" alt="" />
        <h1>{kind === "up" ? t.signUpTitle : t.signInTitle}</h1>
        <p className="muted">{kind === "up" ? t.signUpLead : t.signInLead}</p>
        <SignForm key={kind} kind={kind} onDone={enter} />
        <p className="muted sign-other">
          {kind === "up" ? t.alreadyHere : t.newHere}{" "}
          <Link to={kind === "up" ? "/sign-in" : "/sign-up"} search={place === undefined ? {} : { to: place }}>{kind === "up" ? t.signIn : t.signUp}</Link>
        </p>
      </div>
    </main>
  );
}
