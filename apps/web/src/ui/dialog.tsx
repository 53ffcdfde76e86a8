import { useEffect, useRef, type ReactElement, type ReactNode } from "react";

import { openDialogs } from "./open-dialogs.ts";

interface DialogProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Beside what it stands; in the middle if it is left out, and at the lower edge of a phone. */
  readonly anchor?: DOMRect | undefined;
  readonly kind?: "sheet" | "palette" | "alert" | "drawer";
}

const MARGIN = 8;

/** The browser's own modal dialog: it keeps the focus, closes on Escape, and gives the focus back. */
export function Dialog({ label, onClose, children, anchor, kind = "sheet" }: DialogProps): ReactElement {
  const ref = useRef<HTMLDialogElement>(null);
  /** Where a press began: text that is selected to beyond the edge ends with a click there, too. */
  const pressed = useRef<EventTarget>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    if (anchor !== undefined) placeBeside(dialog, anchor);
    const closed = openDialogs.add(dialog);
    return () => {
      closed();
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [anchor]);

  return (
    // The click is the mouse's way to what Escape does for the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape is the dialog's own
    <dialog
      ref={ref}
      className="dialog"
      data-kind={kind}
      data-anchored={anchor === undefined ? undefined : ""}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={(event) => {
        if (event.target === ref.current && pressed.current === ref.current) onClose();
      }}
    >
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

function placeBeside(dialog: HTMLDialogElement, anchor: DOMRect): void {
  if (innerWidth < 600) return;
  const { width, height } = dialog.getBoundingClientRect();
  const isRtl = document.documentElement.dir === "rtl";
  const wished = isRtl ? anchor.right - width : anchor.left;
  const below = anchor.bottom + MARGIN / 2;
  const top = below + height + MARGIN <= innerHeight ? below : anchor.top - height - MARGIN / 2;
  dialog.style.inset = "auto";
  dialog.style.left = `${Math.max(MARGIN, Math.min(wished, innerWidth - width - MARGIN))}px`;
  dialog.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
}
