import type { Conflict, Operation } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEverything, useView, useWorkplace } from "../store/hooks.ts";
import type { State } from "../store/state.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";

/** What the API did not take: to try once more, as things are now, or to let go. */
export default function Refused({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const { store } = useWorkplace().session;
  const conflicts = useView((view) => view.conflicts);
  const state = useEverything();
  const discard = (conflict: Conflict): void => void store.dismiss(conflict);
  const again = (conflict: Conflict): void => {
    discard(conflict);
    store.write([unconditional(conflict.operation)]);
  };
  return (
    <Dialog label={t.refused(conflicts.length)} onClose={onClose}>
      <div className="dialog-head">
        <h2>{t.refused(conflicts.length)}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p className="muted">{t.refusedLead}</p>
      <ul className="refused">
        {conflicts.map((conflict) => (
          <li key={conflict.number}>
            <p>
              <strong>{t.operations[conflict.operation.op]}</strong> <bdi>{nameOf(conflict, state)}</bdi>
            </p>
            <p className="muted">
              {t.saidServer} <span dir="ltr">{conflict.problem.detail}</span>
            </p>
            <div className="dialog-actions">
              <button type="button" className="button" onClick={() => discard(conflict)}>
                {t.discard}
              </button>
              <button type="button" className="button primary" onClick={() => again(conflict)}>
                {t.tryAgain}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {conflicts.length > 1 && (
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => conflicts.forEach(discard)}>
            {t.discardAll}
          </button>
          <button type="button" className="button" onClick={() => conflicts.forEach(again)}>
            {t.tryAllAgain}
          </button>
        </div>
      )}
    </Dialog>
  );
}

/** The version that it was meant for is gone: whoever tries again means things as they are. */
function unconditional(operation: Operation): Operation {
  if (!("if_match" in operation)) return operation;
  const { if_match: _version, ...rest } = operation;
  return rest as Operation;
}

function nameOf({ id, operation }: Conflict, { tasks, projects, sections, labels }: State): string {
  if ("body" in operation && "title" in operation.body && operation.body.title !== undefined) return operation.body.title;
  if ("body" in operation && "name" in operation.body && operation.body.name !== undefined) return operation.body.name;
  return tasks.get(id)?.title ?? (projects.get(id) ?? sections.get(id) ?? labels.get(id))?.name ?? "";
}
