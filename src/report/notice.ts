import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import { outcomes } from '../domain/outcome.ts';
import { link, type Markdown, md, mention, together } from '../domain/text/markdown.ts';
import { phrase } from '../domain/text/phrase.ts';
import { webUrl } from '../domain/text/url.ts';
import type { ReportData } from './report-data.ts';
import { verdictOf } from './verdict.ts';

/** The outcome of which people are told by a comment of its own; undefined where they are not, or not yet. */
export function outcomeToNotify({ mode, events }: ReportData): Lifecycle['outcome'] {
  const { outcome } = lifecycleOf(events);
  return outcome && mode !== 'plan' && outcomes[outcome.kind].notifies ? outcome : undefined;
}

/** One line: the people, how it ended, and where to read on. The only live mentions that there are. */
export function noticeMarkdown(
  reportData: ReportData,
  logins: readonly string[],
  reportUrl: string,
): Markdown {
  const mentions = logins.flatMap((login) => mention(login) ?? []);
  const headline = md`**${verdictOf(reportData)?.headline ?? phrase``}**`;
  const links = together(
    [
      link(phrase`Report`, webUrl(reportUrl)),
      link(phrase`Workflow run`, webUrl(reportData.run.url)),
    ],
    ' · ',
  );
  return together([...mentions, headline, md`(${links})`], ' ');
}
