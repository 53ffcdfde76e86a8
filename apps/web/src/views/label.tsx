import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import { labelKey } from "../store/state.ts";
import { AddRow } from "../tasks/add-row.tsx";
import { labelItems } from "../tasks/lists.ts";
import { Confirm } from "../ui/confirm.tsx";
import { Icon } from "../ui/icons.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { ListView } from "./list-view.tsx";

const route = getRouteApi("/app/label");

export function Label(): ReactElement {
  const t = useMessages();
  const { name } = route.useSearch();
  const state = useEverything();
  const actions = useActions();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"edit" | "delete" | undefined>(undefined);
  const { labels } = useIndex();
  const known = labels.find((label) => labelKey(label.name) === labelKey(name));
  const items = useMemo(() => labelItems(state, name), [state, name]);
  const close = (): void => setOpen(undefined);
  return (
    <>
      <ListView
        title={known?.name ?? name}
        items={items}
        empty={[t.emptyLabel, t.emptyLabelLead]}
        showsProject
        below={<AddRow labels={[known?.name ?? name]} />}
        tools={
          known !== undefined && (
            <>
              <button type="button" className="icon-button" aria-label={t.edit} title={t.edit} onClick={() => setOpen("edit")}>
                <Icon name="tag" />
              </button>
              <button type="button" className="icon-button" aria-label={t.deleteLabel} title={t.deleteLabel} onClick={() => setOpen("delete")}>
                <Icon name="trash" />
              </button>
            </>
          )
        }
      />
      {known !== undefined && open === "edit" && (
        <NameDialog
          title={t.edit}
          label={t.labelName}
          name={known.name}
          color={known.color}
          hasColor
          refuse={(next) => (labels.some(({ id, name: other }) => id !== known.id && labelKey(other) === labelKey(next)) ? t.refusals.labelExists : undefined)}
          onClose={close}
          onSave={(next, color) => {
            actions.do({ op: "update_label", id: known.id, body: { name: next, color } }, t.saved);
            void navigate({ to: "/label", search: { name: next } });
          }}
        />
      )}
      {known !== undefined && open === "delete" && (
        <Confirm
          title={t.deleteLabel}
          lead={t.deleteLabelLead}
          action={t.delete}
          onClose={close}
          onConfirm={() => {
            actions.do({ op: "delete_label", id: known.id }, t.deletedLabel);
            void navigate({ to: "/inbox" });
          }}
        />
      )}
    </>
  );
}
