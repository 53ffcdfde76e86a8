import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useHasEnded, useStatus, useView } from "../store/hooks.ts";
import type { View } from "../store/store.ts";
import { Icon } from "../ui/icons.tsx";
import { useShell } from "./shell-context.ts";

/** Whether what is shown is up to date, what waits, and what was refused. */
export function StatusMark(): ReactElement {
  const t = useMessages();
  const shell = useShell();
  const { status, waiting, refused, hasEnded } = useCondition();
  const words = { live: t.live, polling: t.live, loading: t.connecting, offline: t.offline, foreign: t.offline }[status];
  const isOff = hasEnded || status === "offline";
  const said = hasEnded ? t.signedOut : words;
  return (
    <div className="status" data-status={isOff ? "offline" : status}>
      {refused > 0 && (
        <button type="button" className="status-refused" onClick={shell.review}>
          <Icon name="warning" size={16} />
          <span>{t.refused(refused)}</span>
          <strong>{t.resolve}</strong>
        </button>
      )}
      <p role="status" title={isOff && !hasEnded ? t.offlineLead : undefined}>
        {isOff ? <Icon name="offline" size={16} /> : <span className="status-dot" />}
        <span>{isOff && waiting > 0 ? `${said}. ${t.waiting(waiting)}` : said}</span>
      </p>
      {hasEnded && (
        <button type="button" className="button" onClick={shell.signIn}>
          {t.signIn}
        </button>
      )}
    </div>
  );
}

/** The same in short, where the sidebar is hidden: only what is not as it should be. */
export function StatusBadge(): ReactElement | null {
  const t = useMessages();
  const shell = useShell();
  const { status, waiting, refused, hasEnded } = useCondition();
  if (refused > 0) {
    return (
      <button type="button" className="status-badge" data-tone="refused" onClick={shell.review}>
        <Icon name="warning" size={16} />
        <span>{t.refused(refused)}</span>
      </button>
    );
  }
  if (hasEnded) {
    return (
      <button type="button" className="status-badge" data-tone="refused" onClick={shell.signIn}>
        <Icon name="warning" size={16} />
        <span>{t.signIn}</span>
      </button>
    );
  }
  if (status !== "offline") return null;
  return (
    <p className="status-badge" title={t.offlineLead}>
      <Icon name="offline" size={16} />
      <span>{waiting > 0 ? `${t.offline} · ${waiting}` : t.offline}</span>
    </p>
  );
}

interface Condition {
  readonly status: View["status"];
  readonly waiting: number;
  readonly refused: number;
  readonly hasEnded: boolean;
}

function useCondition(): Condition {
  const status = useStatus();
  const waiting = useView((view) => view.waiting);
  const refused = useView((view) => view.conflicts.length);
  const hasEnded = useHasEnded();
  return { status, waiting, refused, hasEnded };
}
