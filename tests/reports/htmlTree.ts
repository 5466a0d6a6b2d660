import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlNode = DefaultTreeAdapterTypes.Node;

/** A page as a browser reads it (parse5 follows the WHATWG standard), and what the standard calls its parse errors. */
export function readPage(page: string): { readonly root: HtmlNode; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const root = parse(page, { onParseError: ({ code }) => errors.push(code) });
  return { root, errors };
}

function nodesOf(node: HtmlNode): readonly HtmlNode[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : [])];
}

/** Every element below a node, in order. */
export function elementsOf(node: HtmlNode): readonly HtmlElement[] {
  return nodesOf(node).filter((one): one is HtmlElement => 'tagName' in one);
}

/** Elements by tag, and class where one is given: `mark`, `p.message`. */
export function select(node: HtmlNode, what: string): readonly HtmlElement[] {
  const [tag, name] = what.split('.');
  return elementsOf(node).filter(
    (one) =>
      one.tagName === tag &&
      (name === undefined || (attribute(one, 'class') ?? '').split(' ').includes(name)),
  );
}

/** The value of an attribute, or null. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** The words of a node and of all below it. */
export function textOf(node: HtmlNode): string {
  return nodesOf(node)
    .map((one) => (one.nodeName === '#text' && 'value' in one ? one.value : ''))
    .join('');
}
