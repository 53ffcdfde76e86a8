import type { TaskRead } from "@todo/contract";
import { lazy, Suspense, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";

const History = lazy(() => import("./history.tsx"));

/** Folded until somebody asks for it, and only then read. */
export function HistoryFold({ task }: { readonly task: TaskRead }): ReactElement {
  const t = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section>
      <h2>
        <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t.history}
          <Icon name="chevron" size={16} />
        </button>
      </h2>
      {isOpen && (
        <Suspense>
          <History task={task} />
        </Suspense>
      )}
    </section>
  );
}
