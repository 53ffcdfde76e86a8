import { useMemo, type ReactElement } from "react";

import { dayInFull } from "../due/format.ts";
import { useMinute, useToday } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useIndex } from "../store/hooks.ts";
import { AddRow } from "../tasks/add-row.tsx";
import { todayItems } from "../tasks/lists.ts";
import { ListView } from "./list-view.tsx";

export function Today(): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const index = useIndex();
  const today = useToday();
  const minute = useMinute();
  const items = useMemo(() => todayItems(index, today, new Date(minute * 60_000)), [index, today, minute]);
  return (
    <ListView
      title={t.today}
      detail={dayInFull(today, language)}
      items={items}
      empty={[t.emptyToday, t.emptyTodayLead]}
      showsProject
      below={<AddRow home={{}} due={{ kind: "date", date: today }} />}
    />
  );
}
