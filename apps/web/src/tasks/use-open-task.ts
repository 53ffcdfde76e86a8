import { isUuid, type Uuid } from "@todo/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** The task whose details are shown stands in the address, so that it can be linked to, and left by going back. */
export function useOpenTask(): readonly [Uuid | undefined, (id: Uuid | undefined) => void] {
  const { task } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = useCallback(
    (id: Uuid | undefined): void => {
      void navigate({ to: ".", search: (search: object) => ({ ...search, task: id }), resetScroll: false });
    },
    [navigate],
  );
  return [task !== undefined && isUuid(task) ? task : undefined, open];
}
