import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEverything } from "../store/hooks.ts";
import { searchItems } from "../tasks/lists.ts";
import { ListView } from "./list-view.tsx";

const route = getRouteApi("/app/search");
const focusOnce = (input: HTMLInputElement | null): void => input?.focus();

export function Search(): ReactElement {
  const t = useMessages();
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  const state = useEverything();
  const query = useDeferredValue(q);
  const items = useMemo(() => searchItems(state, query), [state, query]);
  return (
    <ListView
      title={t.search}
      items={items}
      empty={q.trim() === "" ? [t.searchStart, t.searchStartLead] : [t.emptySearch, t.emptySearchLead]}
      showsProject
    >
      <div className="search-field">
        <input
          type="search"
          aria-label={t.search}
          placeholder={t.searchPlaceholder}
          defaultValue={q}
          dir="auto"
          ref={focusOnce}
          onChange={(event) => void navigate({ to: "/search", search: { q: event.target.value }, replace: true })}
        />
      </div>
    </ListView>
  );
}
