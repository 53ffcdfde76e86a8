import { useMemo, type ReactElement } from "react";

import { useToday } from "../due/use-today.ts";
import { useMessages } from "../i18n/language.ts";
import { useIndex } from "../store/hooks.ts";
import { upcomingItems } from "../tasks/lists.ts";
import { ListView } from "./list-view.tsx";

export function Upcoming(): ReactElement {
  const t = useMessages();
  const index = useIndex();
  const today = useToday();
  const items = useMemo(() => upcomingItems(index, today), [index, today]);
  return <ListView title={t.upcoming} items={items} empty={[t.emptyUpcoming, t.emptyUpcomingLead]} showsProject />;
}
