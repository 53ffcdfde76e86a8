import type { Uuid } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions } from "../store/hooks.ts";
import { Icon } from "../ui/icons.tsx";

/** Says why nothing can be edited here, and what would change that. */
export function InTrash({ id }: { readonly id: Uuid }): ReactElement {
  const t = useMessages();
  const actions = useActions();
  return (
    <div className="in-trash" role="status">
      <Icon name="trash" />
      <p>{t.isInTrash}</p>
      <button type="button" className="button" onClick={() => actions.restore([id])}>
        {t.restore}
      </button>
    </div>
  );
}
