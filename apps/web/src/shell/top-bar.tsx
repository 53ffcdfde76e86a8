import { useEffect, type ReactElement, type ReactNode } from "react";

import { useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";
import { useShell } from "./shell-context.ts";
import { StatusBadge } from "./status-mark.tsx";

interface TopBarProps {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tools?: ReactNode;
}

/** What a view is called, here and on the browser's tab, and what can be done with it. */
export function TopBar({ title, detail, tools }: TopBarProps): ReactElement {
  const t = useMessages();
  const shell = useShell();
  useEffect(() => {
    document.title = `${title} · ${t.appName}`;
  }, [title, t]);
  return (
    <header className="top-bar">
      <button type="button" className="icon-button menu-button" aria-label={t.menu} onClick={shell.openMenu}>
        <Icon name="menu" />
      </button>
      <div className="top-bar-title">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {detail !== undefined && <p className="muted">{detail}</p>}
      </div>
      <div className="top-bar-tools">
        <StatusBadge />
        {tools}
      </div>
    </header>
  );
}
