import { useSyncExternalStore, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEntrance } from "../session/entrance.ts";
import { SignForm } from "../session/sign-form.tsx";
import { useView, useWorkplace } from "../store/hooks.ts";
import { Dialog } from "../ui/dialog.tsx";

interface SignInAgainProps {
  /** Put away for now: what is here can be read and written meanwhile. */
  readonly onClose: () => void;
}

/** The session has ended; what is queued waits behind this. */
export default function SignInAgain({ onClose }: SignInAgainProps): ReactElement {
  const t = useMessages();
  const enter = useEntrance();
  const waiting = useView((view) => view.waiting);
  const { session, leave } = useWorkplace();
  const isGone = useSyncExternalStore(session.standing.subscribe, session.standing.ending) === "account";
  const title = isGone ? t.accountGone : t.sessionExpired;
  return (
    <Dialog label={title} kind="alert" onClose={onClose}>
      <h2>{title}</h2>
      <p className="muted">{isGone ? t.accountGoneLead : t.sessionExpiredLead}</p>
      <SignForm kind="in" email={session.person.email} onDone={enter} />
      {waiting > 0 && <p className="muted">{t.signOutQueued(waiting)}</p>}
      <button type="button" className="button wide" onClick={() => void leave()}>
        {waiting > 0 ? t.signOutAnyway : t.signOut}
      </button>
    </Dialog>
  );
}
