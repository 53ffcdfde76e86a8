import { useSyncExternalStore, type ReactNode } from "react";
import { createPortal } from "react-dom";

import { useMessages } from "../i18n/language.ts";
import { useWorkplace } from "../store/hooks.ts";
import { Icon } from "../ui/icons.tsx";
import { openDialogs } from "../ui/open-dialogs.ts";

/** Tells what was done, also to those who do not see it, and offers to take it back; within a dialog while one is open. */
export function NoticeRegion(): ReactNode {
  const t = useMessages();
  const { notices } = useWorkplace();
  const notice = useSyncExternalStore(notices.subscribe, notices.current);
  const dialog = useSyncExternalStore(openDialogs.subscribe, openDialogs.top);
  const region = (
    <div className="notices">
      <div role="status" aria-live="polite">
        {notice !== undefined && (
          <div
            key={notice.key}
            className="notice"
            onPointerEnter={() => notices.hold(true)}
            onPointerLeave={() => notices.hold(false)}
            onFocus={() => notices.hold(true)}
            onBlur={() => notices.hold(false)}
          >
            <span>{notice.text}</span>
            {notice.undo !== undefined && (
              <button type="button" className="notice-undo" onClick={notice.undo}>
                {t.undo}
              </button>
            )}
            <button type="button" className="notice-close" aria-label={t.close} onClick={() => notices.dismiss()}>
              <Icon name="close" size={16} />
            </button>
          </div>
        )}
      </div>
    </div>
  );
  return dialog === undefined ? region : createPortal(region, dialog);
}
