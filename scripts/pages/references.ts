import type { ElementContent } from 'hast';

const pattern =
  /(?<![\w@/`])(?:@(?<who>[a-z\d](?:-?[a-z\d]){0,38}(?:\/[\w.-]*\w)?)|(?<repository>[\w.-]+\/[\w.-]+)?#(?<number>\d+))(?![\w-])/gi;

/** Text with its mentions (`@octocat`, `@acme/sre`) and references (`#42`) linked, as by GitHub. */
export function linked(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push({ type: 'text', value: text.slice(end, match.index) }, link(match));
    end = match.index + match[0].length;
  }
  return [...nodes, { type: 'text', value: text.slice(end) }];
}

function link({ 0: words, groups = {} }: RegExpMatchArray): ElementContent {
  const { who, repository = 'acme/fraud', number } = groups;
  const path = who ?? `${repository}/issues/${number}`;
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      className: [who ? 'user-mention' : 'issue-link'],
      href: `https://github.com/${path}`,
    },
    children: [{ type: 'text', value: words }],
  };
}
