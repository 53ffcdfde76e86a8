import { useEffect, type ReactElement, type ReactNode } from "react";

import { useMessages } from "../i18n/language.ts";

interface SignPageProps {
  /** What the browser's tab says. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** What people see who are not signed in. */
export function SignPage({ name, title, lead, children }: SignPageProps): ReactElement {
  const t = useMessages();
  useEffect(() => {
    document.title = `${name} · ${t.appName}`;
  }, [name, t]);
  return (
    <main id="content" className="sign">
      <div className="sign-card">
        <img src="/icon.svg" width="48" height="48" alt="" />
        <h1>{title}</h1>
        <p className="muted">{lead}</p>
        {children}
      </div>
    </main>
  );
}
