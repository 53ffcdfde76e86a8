import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Empty } from "../ui/empty.tsx";

/** Something that nobody expected; what is stored is safe, and starting again helps most often. */
export function Broken({ error }: ErrorComponentProps): ReactElement {
  const t = useMessages();
  return (
    <main id="content" className="sign">
      <div role="alert">
        <Empty isPage title={t.somethingBroke} lead={error instanceof Error ? error.message : ""}>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t.reload}
          </button>
        </Empty>
      </div>
    </main>
  );
}
