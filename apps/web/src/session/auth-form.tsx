import { useState, type ReactElement, type ReactNode } from "react";

import { useMessages } from "../i18n/language.ts";
import { farewell } from "./farewell.ts";

interface AuthFormProps {
  /** What the button says. */
  readonly action: string;
  /** Why it was refused, in words, or nothing; to throw is to say that the server is out of reach. */
  readonly submit: (read: (field: string) => string) => Promise<string | undefined>;
  readonly children: ReactNode;
  /** Makes it a dialog's form, with a way out. */
  readonly onCancel?: () => void;
}

/** A form that Better Auth answers: busy while it does, and with the words for what it refuses. */
export function AuthForm({ action, submit, children, onCancel }: AuthFormProps): ReactElement {
  const t = useMessages();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);

  const send = async (form: FormData): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await farewell.settle();
      setRefusal(await submit((field) => textOf(form, field)));
    } catch {
      setRefusal(t.authUnreachable);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      {children}
      <p role="alert" className="form-refusal">
        {refusal}
      </p>
      {onCancel === undefined ? (
        <button type="submit" className="button primary wide" disabled={isBusy}>
          {action}
        </button>
      ) : (
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onCancel}>
            {t.cancel}
          </button>
          <button type="submit" className="button primary" disabled={isBusy}>
            {action}
          </button>
        </div>
      )}
    </form>
  );
}

function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}
