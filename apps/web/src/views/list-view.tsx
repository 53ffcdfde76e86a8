import { useState, type ReactElement, type ReactNode } from "react";

import { TopBar } from "../shell/top-bar.tsx";
import { useView } from "../store/hooks.ts";
import type { HeadingEvents } from "../tasks/heading.tsx";
import type { ListItem } from "../tasks/lists.ts";
import { TaskList } from "../tasks/task-list.tsx";
import { Empty } from "../ui/empty.tsx";

interface ListViewProps {
  readonly title: string;
  readonly detail?: string;
  readonly tools?: ReactNode;
  readonly items: readonly ListItem[];
  readonly empty: readonly [title: string, lead: string];
  readonly showsProject?: boolean;
  readonly headings?: HeadingEvents;
  readonly children?: ReactNode;
  readonly below?: ReactNode;
}

/** A title and a list, which scroll together. */
export function ListView(props: ListViewProps): ReactElement {
  const { title, detail, tools, items, empty, showsProject, headings, children, below } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const isReady = useView((view) => view.isReady && (view.state.account !== undefined || view.status !== "loading"));
  return (
    <main id="content" className="view" tabIndex={-1} ref={setScroller}>
      <TopBar title={title} detail={detail} tools={tools} />
      <div className="view-body">
        {children}
        {isReady && scroller !== null && (
          <TaskList
            key={title}
            label={title}
            items={items}
            scroller={scroller}
            showsProject={showsProject ?? false}
            {...(headings !== undefined && { headings })}
            empty={<Empty title={empty[0]} lead={empty[1]} />}
          />
        )}
        {below}
      </div>
    </main>
  );
}
