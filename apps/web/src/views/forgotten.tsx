import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { ForgottenForm } from "../session/forgotten-form.tsx";
import { SignPage } from "./sign-page.tsx";

export function Forgotten(): ReactElement {
  const t = useMessages();
  return (
    <SignPage name={t.forgotPassword} title={t.forgotPassword} lead={t.forgotPasswordLead}>
      <ForgottenForm />
      <BackToSignIn />
    </SignPage>
  );
}

export function BackToSignIn(): ReactElement {
  const t = useMessages();
  return (
    <p className="sign-other">
      <Link to="/sign-in">{t.backToSignIn}</Link>
    </p>
  );
}
