import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from "react";

import { applyDirection, chooseLanguage, messagesOf, WordingContext, type Language, type Wording } from "./i18n/language.ts";
import { ChooseLanguageContext } from "./i18n/choose-language.ts";
import { ownZone } from "./due/zones.ts";
import { routerFor } from "./router.tsx";
import { EntranceContext } from "./session/entrance.ts";
import type { Entry } from "./session/entry.ts";
import type { Person } from "./session/person.ts";
import { Notices } from "./shell/notices.ts";
import { Actions } from "./store/actions.ts";
import { WorkplaceContext } from "./store/hooks.ts";

interface RootProps {
  readonly entry: Entry;
  readonly first: Wording;
}

/** Who is here, in which language, and where in the app. */
export function Root({ entry, first }: RootProps): ReactElement {
  const session = useSyncExternalStore(entry.subscribe, entry.session);
  const [wording, setWording] = useState(first);
  const [notices] = useState(() => new Notices());
  const [router] = useState(() => routerFor(entry));

  const workplace = useMemo(() => {
    if (session === undefined) return undefined;
    const actions = new Actions(session.store, session.todo, notices, wording.t);
    return { session, actions, notices, leave: () => entry.leave() };
  }, [entry, notices, session, wording]);

  /** What one person was told, and where they were, is not for the next. */
  useEffect(() => {
    let last = entry.session();
    return entry.subscribe(() => {
      notices.dismiss();
      const session = entry.session();
      if (last !== undefined && session !== undefined && last !== session) void router.navigate({ to: "/inbox" });
      last = session;
    });
  }, [entry, notices, router]);

  const enter = async (person: Person, isNew: boolean): Promise<void> => {
    await entry.enter(person);
    if (isNew) entry.session()?.todo.account.update({ timezone: ownZone() }).catch(() => undefined); // settings have it
  };
  const choose = async (language: Language): Promise<void> => {
    const t = await messagesOf(language);
    chooseLanguage(language);
    applyDirection(language);
    setWording({ language, t });
  };

  return (
    <WordingContext value={wording}>
      <ChooseLanguageContext value={choose}>
        <EntranceContext value={(person, isNew) => void enter(person, isNew)}>
          <WorkplaceContext value={workplace}>
            <RouterProvider router={router} />
          </WorkplaceContext>
        </EntranceContext>
      </ChooseLanguageContext>
    </WordingContext>
  );
}
