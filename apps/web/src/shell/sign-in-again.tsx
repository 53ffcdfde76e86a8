import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEntrance } from "../session/entrance.ts";
import { SignForm } from "../session/sign-form.tsx";
import { useView, useWorkplace } from "../store/hooks.ts";
import { Dialog } from "../ui/dialog.tsx";

/** The session has ended; what is queued waits behind this. */
export default function SignInAgain(): ReactElement {
  const t = useMessages();
  const enter = useEntrance();
  const waiting = useView((view) => view.waiting);
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
      {waiting > 0 && <p className="muted">{t.signOutQueued(waiting)}</p>}
      <button type="button" className="button wide" onClick={() => void leave()}>
        {waiting > 0 ? t.signOutAnyway : t.signOut}
      </button>
    </Dialog>
  );
}
