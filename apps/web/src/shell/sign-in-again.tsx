import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEntrance } from "../session/entrance.ts";
import { SignForm } from "../session/sign-form.tsx";
import { useWorkplace } from "../store/hooks.ts";
import { Dialog } from "../ui/dialog.tsx";

/** The session has ended; what is queued waits behind this. */
export default function SignInAgain(): ReactElement {
  const t = useMessages();
  const enter = useEntrance();
  const { session, leave } = useWorkplace();
  return (
    <Dialog label={t.sessionExpired} kind="alert" onClose={() => undefined}>
      <h2>{t.sessionExpired}</h2>
      <p className="muted">{t.sessionExpiredLead}</p>
      <SignForm
        kind="in"
        email={session.person.email}
        onDone={(person) => {
          if (person.id === session.person.id) session.renewed();
          else enter(person, false);
        }}
      />
      <button type="button" className="button wide" onClick={() => void leave()}>
        {t.signOut}
      </button>
    </Dialog>
  );
}
