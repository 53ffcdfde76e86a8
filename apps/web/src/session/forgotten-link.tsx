import { Link } from "@tanstack/react-router";
import { useEffect, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";

/** The way to a new password, where the server can send one; its place is kept until that is known. */
export function ForgottenLink(): ReactElement {
  const t = useMessages();
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    let isGone = false;
    offersPasswordReset()
      .then((offered) => !isGone && setOffered(offered))
      .catch(() => undefined); // out of reach, as signing in is
    return () => {
      isGone = true;
    };
  }, []);
  return <p className="sign-forgotten">{isOffered && <Link to="/forgot-password">{t.forgotPassword}</Link>}</p>;
}

async function offersPasswordReset(): Promise<boolean> {
  const { auth } = await import("./auth.ts");
  const { data } = await auth.$fetch<{ readonly passwordReset: boolean }>("/offers");
  return data?.passwordReset ?? false;
}
