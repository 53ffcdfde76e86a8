import type { ReactElement, ReactNode } from "react";

/** What stands where nothing is, and what can be done about it. */
export function Empty({ title, lead, children }: { readonly title: string; readonly lead: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="empty-note">
      <svg className="empty-mark" width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
        <circle cx="36" cy="36" r="30" />
        <path d="m25 37 8 8 15-17" />
      </svg>
      <p className="empty-title">{title}</p>
      <p className="muted">{lead}</p>
      {children}
    </div>
  );
}
