import { lexer, type Token, type Tokens } from "marked";
import { Fragment, type ReactElement, type ReactNode } from "react";

/**
 * Markdown as React elements, token by token: no HTML is ever made of it, so that there is none to clean.
 *
 * HTML in it is shown as the text that it is; links go to the web and to mail only; pictures are links, as the page's
 * policy loads none from elsewhere.
 */
export default function Markdown({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="markdown" dir="auto">
      {render(lexer(text, { gfm: true, breaks: true }))}
    </div>
  );
}

function render(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Fragment key={index}>{element(token)}</Fragment>);
}

function element(token: Token): ReactNode {
  switch (token.type) {
    case "space":
      return null;
    case "heading":
      return <p className="markdown-heading" role="heading" aria-level={Math.min((token as Tokens.Heading).depth + 3, 6)}>{render(token.tokens)}</p>;
    case "paragraph":
      return <p>{render(token.tokens)}</p>;
    case "blockquote":
      return <blockquote>{render(token.tokens)}</blockquote>;
    case "list":
      return list(token as Tokens.List);
    case "code":
      return (
        <pre dir="ltr">
          <code>{token.text}</code>
        </pre>
      );
    case "hr":
      return <hr />;
    case "table":
      return table(token as Tokens.Table);
    case "strong":
      return <strong>{render(token.tokens)}</strong>;
    case "em":
      return <em>{render(token.tokens)}</em>;
    case "del":
      return <del>{render(token.tokens)}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return link((token as Tokens.Link).href, render(token.tokens));
    case "image":
      return link((token as Tokens.Image).href, (token as Tokens.Image).text || (token as Tokens.Image).href);
    case "text":
      return token.tokens === undefined ? textOf(token) : render(token.tokens);
    default:
      return textOf(token);
  }
}

function list({ ordered, start, items }: Tokens.List): ReactElement {
  const rows = items.map((item, index) => (
    <li key={index} data-task={item.task || undefined}>
      {item.task && <input type="checkbox" disabled checked={item.checked ?? false} readOnly aria-label={item.text} />}
      {render(item.tokens.filter(({ type }) => type !== "checkbox"))}
    </li>
  ));
  return ordered ? <ol start={Number(start) || 1}>{rows}</ol> : <ul>{rows}</ul>;
}

function table({ header, rows }: Tokens.Table): ReactElement {
  return (
    <table>
      <thead>
        <tr>{header.map((cell, index) => <th key={index} scope="col">{render(cell.tokens)}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{row.map((cell, column) => <td key={column}>{render(cell.tokens)}</td>)}</tr>
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
