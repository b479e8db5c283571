import type { Datapoint } from '../cause/alarm-evidence.ts';
import type { JsonValue } from '../json.ts';
import type { Instant } from '../request.ts';

/** What a reason of CloudWatch names is not older than the longest evaluation, a week, and a day. */
const longestMs = 8 * 24 * 3600 * 1000;

/** By the JSON about a change of state: what was evaluated, or a single recent datapoint. */
export function datapointsInData(
  data: Readonly<Record<string, JsonValue | undefined>>,
  changedAt: Instant,
): readonly Datapoint[] {
  const { evaluatedDatapoints, recentDatapoints, startDate } = data;
  const evaluated = listIn(evaluatedDatapoints).flatMap((each) => {
    const { timestamp, value } = Object(each) as { timestamp?: JsonValue; value?: JsonValue };
    return datapoint(isoInstant(timestamp), value);
  });
  const recent = listIn(recentDatapoints);
  const single = recent.length === 1 ? datapoint(isoInstant(startDate), recent[0]) : [];
  return byTime(evaluated.length > 0 ? evaluated : single, changedAt);
}

const inWords =
  /(?<![\w.+-])(-?\d{1,30}(?:\.\d{1,30})?(?:E-?\d{1,3})?) \((?:(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)|(\d{4}-\d\d-\d\dT[\d:.]{8,12}(?:Z|[+-]\d\d:?\d\d)))\)/g;

/** Such as `1 out of the last 1 datapoints [99.73 (02/11/18 14:39:00)]`, in UTC, the day first. */
export function datapointsInWords(reason: string, changedAt: Instant): readonly Datapoint[] {
  const found = [...reason.slice(0, 10_000).matchAll(inWords)].flatMap(
    ([, value, first, second, year, time, iso]) => {
      const inOrder = [`${second}-${first}`, `${first}-${second}`].map((date) =>
        isoInstant(`20${year}-${date}T${time}Z`),
      );
      const times = iso === undefined ? inOrder : [isoInstant(iso)];
      const at = times.find((each) => each !== undefined && isNear(each, changedAt));
      return datapoint(at, Number(value));
    },
  );
  return byTime(found, changedAt);
}

function byTime(datapoints: readonly Datapoint[], changedAt: Instant): readonly Datapoint[] {
  return datapoints.filter(({ at }) => isNear(at, changedAt)).sort((a, b) => a.at - b.at);
}

function isNear(at: Instant, changedAt: Instant): boolean {
  return at <= changedAt && changedAt - at <= longestMs;
}

function datapoint(at: Instant | undefined, value: JsonValue | undefined): readonly Datapoint[] {
  const isValue = typeof value === 'number' && Number.isFinite(value);
  return at !== undefined && isValue ? [{ at, value }] : [];
}

/** CloudWatch writes `+0000` without a colon. */
function isoInstant(text: JsonValue | undefined): Instant | undefined {
  const [, time, hours, minutes] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(
      typeof text === 'string' ? text : '',
    ) ?? [];
  if (time === undefined) return undefined;
  const at = Date.parse(`${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(at) ? undefined : at;
}

function listIn(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
