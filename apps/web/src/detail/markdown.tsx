import { lexer, type Token, type Tokens } from "marked";
import { Fragment, memo, type ReactElement, type ReactNode } from "react";

/**
 * Markdown as React elements, token by token: no HTML is ever made of it, so that there is none to clean.
 *
 * HTML in it is shown as the text that it is; links go to the web and to mail only; pictures are links, as the page's
 * policy loads none from elsewhere. What is nested deeper than anybody writes is shown as it was typed.
 */
export default memo(function Markdown({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="markdown" dir="auto">
      {render(parsed(text))}
    </div>
  );
});

const DEEPEST = 32;

function parsed(text: string): readonly Token[] {
  try {
    return lexer(text, { gfm: true, breaks: true });
  } catch {
    return [{ type: "text", raw: text, text }]; // thousands of levels are more than the lexer can descend
  }
}

function render(tokens: readonly Token[] | undefined, depth = 0): ReactNode {
  return tokens?.map((token, index) => (
    <Fragment key={index}>{depth < DEEPEST ? element(token, depth + 1) : token.raw}</Fragment>
  ));
}

function element(token: Token, depth: number): ReactNode {
  const inner = (): ReactNode => render("tokens" in token ? token.tokens : undefined, depth);
  switch (token.type) {
    case "space":
      return null;
    case "heading":
      return <p className="markdown-heading" role="heading" aria-level={3}>{inner()}</p>;
    case "paragraph":
      return <p>{inner()}</p>;
    case "blockquote":
      return <blockquote>{inner()}</blockquote>;
    case "list":
      return list(token as Tokens.List, depth);
    case "code":
      return (
        <pre dir="ltr">
          <code>{token.text}</code>
        </pre>
      );
    case "hr":
      return <hr />;
    case "table":
      return table(token as Tokens.Table, depth);
    case "strong":
      return <strong>{inner()}</strong>;
    case "em":
      return <em>{inner()}</em>;
    case "del":
      return <del>{inner()}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return link((token as Tokens.Link).href, inner());
    case "image":
      return link((token as Tokens.Image).href, (token as Tokens.Image).text || (token as Tokens.Image).href);
    case "text":
      return token.tokens === undefined ? textOf(token) : inner();
    default:
      return textOf(token);
  }
}

function list({ ordered, start, items }: Tokens.List, depth: number): ReactElement {
  const rows = items.map((item, index) => (
    <li key={index} data-task={item.task || undefined}>
      {item.task && <input type="checkbox" disabled checked={item.checked ?? false} readOnly aria-label={item.text} />}
      {render(item.tokens.filter(({ type }) => type !== "checkbox"), depth)}
    </li>
  ));
  return ordered ? <ol start={Number(start) || 1}>{rows}</ol> : <ul>{rows}</ul>;
}

function table({ header, rows }: Tokens.Table, depth: number): ReactElement {
  return (
    <table>
      <thead>
        <tr>{header.map((cell, index) => <th key={index} scope="col">{render(cell.tokens, depth)}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{row.map((cell, column) => <td key={column}>{render(cell.tokens, depth)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function link(href: string, children: ReactNode): ReactNode {
  if (!/^(https?:|mailto:)/i.test(href)) return children;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

/** What it says, with the few entities that the lexer writes. */
function textOf(token: Token): string {
  const text = "text" in token && typeof token.text === "string" ? token.text : token.raw;
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
