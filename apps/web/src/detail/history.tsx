import type { ActivityRead, TaskRead } from "@todo/contract";
import { keepPreviousData, QueryClient, QueryClientProvider, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactElement } from "react";

import { useMinute } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useEverything, useStatus, useWorkplace } from "../store/hooks.ts";
import { agoInWords, momentInWords } from "./ago.ts";
import { sentencesOf } from "./happened.ts";

const PAGE = 20;
const OWN_NAME = /^todo-web\b/;

/** What happened to a task, newest first. It is the API's to tell: the copy has only how things are. */
export default function History({ task }: { readonly task: TaskRead }): ReactElement {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }));
  return (
    <QueryClientProvider client={client}>
      <Pages task={task} />
    </QueryClientProvider>
  );
}

function Pages({ task: { id, version } }: { readonly task: TaskRead }): ReactElement {
  const t = useMessages();
  const { session } = useWorkplace();
  const isReachable = useStatus() !== "offline";
  const list = useRef<HTMLOListElement>(null);
  const history = useInfiniteQuery({
    queryKey: ["activity", id, version], // each change is a version
    queryFn: ({ pageParam, signal }) =>
      session.todo.tasks.activity(id).list({ limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    enabled: isReachable && version > 0,
  });
  const pages = history.data?.pages.length ?? 0;
  useEffect(() => {
    if (pages > 1 && document.activeElement === document.body) list.current?.focus(); // the last one takes the button away
  }, [pages]);
  const isKnown = history.data !== undefined;
  return (
    <>
      {isKnown && (
        <ol ref={list} className="history" tabIndex={-1}>
          {history.data.pages.flatMap(({ items }) => items).map((item) => (
            <Happened key={item.change_id} item={item} />
          ))}
        </ol>
      )}
      <p role="status" className="muted">
        {!isReachable && (!isKnown || history.hasNextPage) && t.historyOffline}
        {isReachable && history.isError && t.historyFailed}
      </p>
      {isReachable && history.isError && !history.isFetchNextPageError && (
        <button type="button" className="quiet" onClick={() => void history.refetch()}>
          {t.tryAgain}
        </button>
      )}
      {isReachable && history.hasNextPage && (
        <button type="button" className="quiet" aria-busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t.showMore}
        </button>
      )}
    </>
  );
}

function Happened({ item }: { readonly item: ActivityRead }): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const state = useEverything();
  const minute = useMinute();
  const at = new Date(item.at);
  const client = item.client !== null && OWN_NAME.test(item.client) ? t.appName : item.client?.replace(/\/.*/, "");
  return (
    <li className="history-item">
      {sentencesOf(item, { state, language, t }).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <small className="muted">
        <time dateTime={item.at} title={momentInWords(at, language)}>
          {agoInWords(at, new Date(minute * 60_000), language)}
        </time>
        {client && <bdi> · {client}</bdi>}
      </small>
    </li>
  );
}
