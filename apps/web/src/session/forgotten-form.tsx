import { useState, type ReactElement } from "react";

import { useLanguage, useMessages } from "../i18n/language.ts";
import { AuthForm } from "./auth-form.tsx";
import { EmailField } from "./fields.tsx";
import { wordsFor } from "./refusal.ts";

/** Asks for a letter with a link; whether there is an account, it does not say. */
export function ForgottenForm({ email }: { readonly email?: string | undefined }): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const [isSent, setSent] = useState(false);

  const submit = async (read: (field: string) => string): Promise<string | undefined> => {
    const { auth } = await import("./auth.ts");
    const { error } = await auth.requestPasswordReset({ email: read("email") }, { headers: { "Accept-Language": language } });
    setSent(error === null);
    if (error?.status === 429) return t.tooManyLinks;
    return error === null ? undefined : wordsFor(error, t);
  };

  return (
    <>
      <AuthForm action={isSent ? t.sendLinkAgain : t.sendLink} submit={submit}>
        <EmailField email={email} />
      </AuthForm>
      <p role="status" className="sign-sent">
        {isSent && t.linkSent}
      </p>
    </>
  );
}
