import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Empty } from "../ui/empty.tsx";

export function Missing(): ReactElement {
  const t = useMessages();
  return (
    <main id="content" className="view view-missing">
      <Empty isPage title={t.notFound} lead={t.notFoundLead}>
        <Link to="/inbox" className="button">
          {t.toInbox}
        </Link>
      </Empty>
    </main>
  );
}
