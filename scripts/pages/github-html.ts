import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { linked } from './references.ts';

/**
 * A comment as GitHub shows it: GitHub's Markdown, HTML in it cleaned by GitHub's list, every line
 * break kept, mentions and references linked. `:shortcodes:`, formulas and images are not done.
 */
export function githubHtml(markdown: string): string {
  return toHtml(githubTree(markdown));
}

/** The same as a tree. */
export function githubTree(markdown: string): Root {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  }).replaceAll('<br />\n', '<br />');
  const clean = sanitize(fromHtml(html, { fragment: true }), defaultSchema) as Root;
  const nodes = clean.children.filter((node) => node.type !== 'doctype');
  return { ...clean, children: nodes.flatMap((node) => finished(node)) };
}

/** What GitHub does after the cleaning, down from one node. */
function finished(node: ElementContent, parent?: Element): readonly ElementContent[] {
  if (node.type === 'text') return withBreaks(linked(node.value), parent);
  if (node.type !== 'element' || isVerbatim(node)) return [node];
  const children = node.children.flatMap((child) => finished(child, node));
  return [alert({ ...node, children }) ?? { ...node, children }];
}

function isVerbatim({ tagName }: Element): boolean {
  return ['a', 'code', 'pre', 'tt'].includes(tagName);
}

/** In comments, unlike in files, a line break in a paragraph is one on the page. */
function withBreaks(
  nodes: readonly ElementContent[],
  parent: Element | undefined,
): readonly ElementContent[] {
  if (parent?.tagName !== 'p') return nodes;
  return nodes.flatMap((node) => {
    if (node.type !== 'text') return [node];
    const [first = '', ...lines] = node.value.split('\n');
    return [text(first), ...lines.flatMap((line) => [element('br', []), text(line)])];
  });
}

/** A quotation that begins with `[!NOTE]` or its like is a colored box. */
function alert(quotation: Element): Element | undefined {
  if (quotation.tagName !== 'blockquote') return undefined;
  const [first, ...others] = quotation.children.filter(({ type }) => type === 'element');
  const [words, br, ...more] = first?.type === 'element' ? first.children : [];
  const kind = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$/i.exec(textOf(words))?.[1];
  if (kind === undefined || (br && !(br.type === 'element' && br.tagName === 'br'))) return;
  const title = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return element(
    'div',
    [
      element('p', [text(title)], ['markdown-alert-title']),
      ...(more.length > 0 ? [element('p', more)] : []),
      ...others,
    ],
    ['markdown-alert', `markdown-alert-${kind.toLowerCase()}`],
  );
}

function textOf(node: ElementContent | undefined): string {
  return node?.type === 'text' ? node.value.trim() : '';
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(
  tagName: string,
  children: ElementContent[],
  className: readonly string[] = [],
): Element {
  const properties = className.length > 0 ? { className: [...className] } : {};
  return { type: 'element', tagName, properties, children };
}
