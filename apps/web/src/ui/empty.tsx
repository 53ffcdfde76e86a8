import type { ReactElement, ReactNode } from "react";

interface EmptyProps {
  readonly title: string;
  readonly lead: string;
  /** Whether it is all that the page has, and its title that of the page. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

/** What stands where nothing is, and what can be done about it. */
export function Empty({ title, lead, isPage = false, children }: EmptyProps): ReactElement {
  const Title = isPage ? "h1" : "p";
  return (
    <div className="empty-note">
      <svg className="empty-mark" width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
        <circle cx="36" cy="36" r="30" />
        <path d="m25 37 8 8 15-17" />
      </svg>
      <Title className="empty-title">{title}</Title>
      <p className="muted">{lead}</p>
      {children}
    </div>
  );
}
