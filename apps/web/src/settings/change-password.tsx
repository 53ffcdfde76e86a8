import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { AuthForm } from "../session/auth-form.tsx";
import { EmailField, PasswordField } from "../session/fields.tsx";
import { wordsFor } from "../session/refusal.ts";
import { useWorkplace } from "../store/hooks.ts";
import { Dialog } from "../ui/dialog.tsx";

/** A new password for whoever knows the one of now; this device stays signed in, others do not. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const { session, notices } = useWorkplace();

  const submit = async (read: (field: string) => string): Promise<string | undefined> => {
    const { auth } = await import("../session/auth.ts");
    const { error } = await auth.changePassword({
      currentPassword: read("current"),
      newPassword: read("password"),
      revokeOtherSessions: true,
    });
    if (error !== null) return wordsFor(error, t);
    notices.show(t.passwordChanged);
    onClose();
    return undefined;
  };

  return (
    <Dialog label={t.changePassword} kind="alert" onClose={onClose}>
      <h2>{t.changePassword}</h2>
      <p className="muted">{t.changePasswordLead}</p>
      <AuthForm action={t.savePassword} submit={submit} onCancel={onClose}>
        <div hidden>
          <EmailField email={session.person.email} />
        </div>
        <PasswordField label={t.currentPassword} name="current" />
        <PasswordField label={t.newPassword} isNew />
      </AuthForm>
    </Dialog>
  );
}
