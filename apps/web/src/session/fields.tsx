import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";

/** Who it is; fixed where that is known, and there for password managers all the same. */
export function EmailField({ email }: { readonly email?: string | undefined }): ReactElement {
  const t = useMessages();
  return (
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
  );
}

interface PasswordFieldProps {
  readonly label: string;
  readonly name?: string;
  /** One that is chosen now, for which there are rules. */
  readonly isNew?: boolean;
}

export function PasswordField({ label, name = "password", isNew = false }: PasswordFieldProps): ReactElement {
  const t = useMessages();
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        minLength={isNew ? 8 : 1}
        maxLength={128}
        required
        aria-describedby={isNew ? "password-hint" : undefined}
      />
      {isNew && (
        <small id="password-hint" className="muted">
          {t.passwordHint}
        </small>
      )}
    </label>
  );
}
