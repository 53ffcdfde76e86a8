import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Dialog } from "./dialog.tsx";

/** Stands where a dialog is to come, so that no key reaches what will be behind it. */
export function LoadingDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  return (
    <Dialog label={t.loading} kind="palette" onClose={onClose}>
      <p className="loading muted">
        {t.loading}
      </p>
    </Dialog>
  );
}
