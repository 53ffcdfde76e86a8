import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";

import { ownZone } from "../due/zones.ts";
import { useMessages } from "../i18n/language.ts";
import { useEverything, useView, useWorkplace } from "../store/hooks.ts";
import { Confirm } from "../ui/confirm.tsx";
import { ChangePassword } from "./change-password.tsx";

export function AccountSettings(): ReactElement {
  const t = useMessages();
  const { session, leave, notices } = useWorkplace();
  const waiting = useView((view) => view.waiting);
  const [asks, setAsks] = useState(false);
  const [changesPassword, setChangesPassword] = useState(false);
  const zone = useEverything().account?.timezone ?? ownZone();
  const zones = new Set([zone, ownZone(), "UTC", ...Intl.supportedValuesOf("timeZone")]);
  const change = useMutation({
    mutationFn: (timezone: string) => session.todo.account.update({ timezone }),
    onError: () => notices.show(t.takesConnection),
  });
  return (
    <section aria-labelledby="account">
      <h2 id="account">{t.account}</h2>
      <p className="setting">
        <span>{session.person.name}</span>
        <span className="muted" dir="ltr">
          {session.person.email}
        </span>
      </p>
      <label className="setting">
        <span>
          {t.accountZone}
          <small className="muted">{t.accountZoneLead}</small>
        </span>
        <select value={change.isPending ? change.variables : zone} onChange={(event) => change.mutate(event.target.value)}>
          {[...zones].map((name) => (
            <option key={name} value={name}>
              {name.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </label>
      <p className="setting">
        <span>{t.password}</span>
        <button type="button" className="button" onClick={() => setChangesPassword(true)}>
          {t.changePassword}
        </button>
      </p>
      <button type="button" className="button" onClick={() => (waiting > 0 ? setAsks(true) : void leave())}>
        {t.signOut}
      </button>
      {changesPassword && <ChangePassword onClose={() => setChangesPassword(false)} />}
      {asks && (
        <Confirm
          title={t.signOut}
          lead={t.signOutQueued(waiting)}
          action={t.signOutAnyway}
          onClose={() => setAsks(false)}
          onConfirm={() => void leave()}
        />
      )}
    </section>
  );
}
