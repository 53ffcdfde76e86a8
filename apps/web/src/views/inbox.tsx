import { useMemo, useState, type ReactElement } from "react";

import { AddRow } from "../tasks/add-row.tsx";
import { useMessages } from "../i18n/language.ts";
import { useEverything, useIndex } from "../store/hooks.ts";
import { inboxOf } from "../store/state.ts";
import { projectItems } from "../tasks/lists.ts";
import { ListView } from "./list-view.tsx";

export function Inbox(): ReactElement {
  const t = useMessages();
  const index = useIndex();
  const inbox = inboxOf(useEverything());
  const [showsCompleted, setShowsCompleted] = useState(false);
  const items = useMemo(() => projectItems(index, inbox, showsCompleted), [index, inbox, showsCompleted]);
  return (
    <ListView
      title={t.inbox}
      items={items}
      empty={[t.emptyInbox, t.emptyInboxLead]}
      headings={{ toggleCompleted: () => setShowsCompleted(!showsCompleted) }}
      below={<AddRow home={{}} />}
    />
  );
}
