import { stringify } from 'yaml';
import type { SeenComment } from '../../simulator/github/github.ts';
import { scenarios } from '../../simulator/scenarios.ts';
import { pullRequest } from '../journeys/journey.ts';
import { awsCalls, githubCalls } from './calls.ts';
import type { Leg, SeenJourney, SeenRun } from './transcript.ts';

const headingOfComment = '\n## Comment on the pull request\n\n';

function headingOf({ pullRequest: number, author }: SeenComment): string {
  const on = number === pullRequest ? 'the pull request' : `pull request ${number}`;
  const by = author === 'github-actions[bot]' ? '' : `, by ${author}`;
  return `\n## Comment on ${on}${by}\n\n`;
}

/** A journey as a reviewer reads it. */
export function transcriptOf({ journey, runs, comments }: SeenJourney): string {
  const { title, scenario = 'canary-succeeds', unfolded } = journey;
  const shown = unfolded ? (report: string) => report : folded;
  const numbered = runs.flatMap((run, index) => {
    const name = run.leg.step === 'post' ? 'The post step' : `Run ${index + 1}`;
    const isInComment = comments.some(({ body }) => body.includes(run.run.summary.trim()));
    return [
      ...(runs.length > 1 ? [`# ${name}`] : []),
      ...runLines(run),
      ...(isInComment ? [] : [`## Summary\n\n${shown(run.run.summary.trim())}`]),
    ];
  });
  const about = `Scenario \`${scenario}\`: ${scenarios[scenario].description}`;
  const told = comments.map((comment) => `${headingOf(comment)}${shown(comment.body)}`);
  return withoutPort(`${[`# ${title}`, about, ...numbered].join('\n\n')}\n${told.join('')}`);
}

/** A report as it is before anyone opens its folded parts, without its charts. */
function folded(report: string): string {
  return report
    .replaceAll(/(<details>\n<summary>.*<\/summary>)\n[\s\S]*?\n<\/details>/g, '$1…</details>')
    .replaceAll(/```mermaid\n[\s\S]*?\n```/g, '`A chart`');
}

/** The report among the comments in a transcript's text: the first. */
export function commentIn(transcript: string): string {
  const [, report = ''] = transcript.split(headingOfComment);
  return report;
}

function runLines({ leg, run, isBeside, aws, github, left }: SeenRun): readonly string[] {
  const ending = run.signal ? `Killed by ${run.signal}` : `Exit code ${run.exitCode}`;
  const given = givenOf(leg);
  const whose = isBeside ? ' of both runs' : '';
  return [
    ...(given ? [fenced('yaml', given)] : []),
    '## Log',
    fenced('text', run.log),
    ending,
    ...annotationLines(run),
    ...section(`Calls${whose} to AWS`, 'text', aws && awsCalls(aws)),
    ...section(`Calls${whose} to GitHub`, 'text', github && githubCalls(github)),
    ...section('Outputs', 'yaml', outputsOf(run.outputs)),
    ...section('The endpoint afterwards', 'yaml', left && yamlOf(left)),
  ];
}

/** One that the log shows as it is needs no words of its own. */
function annotationLines({ log, annotations }: SeenRun['run']): readonly string[] {
  const labels = { error: 'Error', warning: 'Warning', notice: 'Notice' };
  const isInLog = ({ level, message }: (typeof annotations)[number]) =>
    log.includes(`${labels[level]}: ${message}`);
  const levels = annotations.map((each) =>
    isInLog(each) ? `${each.level}, as in the log` : { ...each },
  );
  return section('Annotations', 'yaml', levels.length > 0 && yamlOf(levels));
}

/** What is told of a run beforehand; what `arrange` does is in the source only. */
function givenOf({ given: arranged, inputs, files, faults, env }: Leg): string {
  const given = { given: arranged, inputs, files, faults, env };
  return Object.values(given).some((each) => each !== undefined) ? yamlOf(given) : '';
}

/** Those that say something; `report` as a digest. */
function outputsOf({ report, ...outputs }: Readonly<Record<string, string>>): string {
  const said = Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));
  return report === undefined && Object.keys(said).length === 0
    ? ''
    : yamlOf({ ...said, report: digestOf(JSON.parse(report ?? '{}')) });
}

interface Report {
  readonly verdict?: string | null;
  readonly cause?: { readonly kind: string; readonly sentence: string } | null;
  readonly phases?: readonly {
    readonly phase: string;
    readonly 'duration-seconds': number | null;
    readonly 'new-share-percent': number | null;
  }[];
  readonly scaling?: { readonly state: string } | null;
  readonly 'smoke-test'?: { readonly outcome: string } | null;
  readonly 'rolled-back-to'?: string | null;
  readonly 'approved-by'?: readonly string[] | null;
  readonly 'deleted-endpoint-configs'?: readonly string[];
  readonly 'deleted-models'?: readonly string[];
  readonly 'clean-up-problem'?: string | null;
}

/** Its kind is an output, and its sentence stands in the log. */
function evidenceOf({ kind: _, sentence: __, ...evidence }: NonNullable<Report['cause']>): object {
  return evidence;
}

function digestOf(report: Report): object {
  const phases = report.phases?.map(({ phase, ...numbers }) => {
    const { 'duration-seconds': seconds, 'new-share-percent': share } = numbers;
    return `${phase}${seconds === null ? '' : ` ${seconds} s`}${share === null ? '' : `, ${share} % new`}`;
  });
  return {
    verdict: report.verdict,
    ...(report.cause && { cause: evidenceOf(report.cause) }),
    ...(phases?.length && { phases }),
    ...(report.scaling && { scaling: report.scaling.state }),
    ...(report['smoke-test'] && { 'smoke-test': report['smoke-test'].outcome }),
    ...(report['rolled-back-to'] && { 'rolled-back-to': report['rolled-back-to'] }),
    ...(report['clean-up-problem'] && { 'clean-up-problem': report['clean-up-problem'] }),
    ...listsOf(report, ['approved-by', 'deleted-endpoint-configs', 'deleted-models']),
  };
}

/** Those that are not empty. */
function listsOf(report: Report, names: readonly (keyof Report)[]): object {
  const lists = names.map((name) => [name, report[name]] as const);
  return Object.fromEntries(lists.filter(([, list]) => Array.isArray(list) && list.length > 0));
}

function section(
  title: string,
  language: string,
  text: string | false | undefined,
): readonly string[] {
  return text ? [`## ${title}`, fenced(language, text)] : [];
}

function yamlOf(value: unknown): string {
  return stringify(JSON.parse(JSON.stringify(value)), { lineWidth: 0 });
}

/** As code, whatever is in it. */
export function fenced(language: string, text: string): string {
  const ticks = text.match(/`{3,}/g)?.map(({ length }) => length) ?? [];
  const fence = '`'.repeat(Math.max(2, ...ticks) + 1);
  return [`${fence}${language}`, text.trimEnd(), fence].join('\n');
}

/** The simulator takes any free port. */
function withoutPort(text: string): string {
  return text.replaceAll(/(localhost|127\.0\.0\.1):\d+/g, '$1:PORT');
}
