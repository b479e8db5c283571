import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { githubHtml } from './github-html.ts';

/** The file beside the pages that draws their charts. */
export const mermaidFile = 'mermaid.js';

/** Where the browser's bundle of Mermaid is: with everything in it, so that nothing is fetched. */
export const mermaidBundle = pathOf('../../node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js');

const style = [
  readFileSync(pathOf('../../node_modules/github-markdown-css/github-markdown.css'), 'utf8'),
  readFileSync(pathOf('page.css'), 'utf8'),
].join('\n');
const draw = readFileSync(pathOf('draw.js'), 'utf8');

/** A report as the comment of a pull request. */
export function reportPage(name: string, title: string, markdown: string): string {
  const html = githubHtml(markdown);
  const mermaid = html.includes('"language-mermaid"')
    ? `<script src="${mermaidFile}"></script>`
    : '';
  return page(
    title,
    `<nav><a href="index.html">All reports</a> · <a href="${name}.md">The Markdown of this one</a></nav>
<main>
<h1>${title}</h1>
<div class="comment">
<div class="author"><b>github-actions</b><span>bot</span> commented</div>
<article class="markdown-body">
${html}
</article>
</div>
</main>
${mermaid}
<script>
${draw}</script>`,
  );
}

/** The page that leads to all others. */
export function indexPage(reports: readonly { name: string; title: string }[]): string {
  const items = reports.map(({ name, title }) => `<li><a href="${name}.html">${title}</a></li>`);
  const title = 'The report of a rollout, as a pull request shows it';
  return page(title, `<main>\n<h1>${title}</h1>\n<ul>\n${items.join('\n')}\n</ul>\n</main>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
