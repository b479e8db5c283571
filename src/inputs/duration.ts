const pattern =
  /^(?:(?<bare>\d+)|(?=\d)(?:(?<hours>\d+)h)?(?:(?<minutes>\d+)m)?(?:(?<seconds>\d+)s)?)$/;

/** The seconds that `300`, `300s`, `5m` or `1h30m` stand for; undefined where it is not a valid duration. */
export function secondsOf(text: string): number | undefined {
  const parts = pattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { bare, hours, minutes, seconds } = parts;
  const total =
    Number(bare ?? 0) +
    3600 * Number(hours ?? 0) +
    60 * Number(minutes ?? 0) +
    Number(seconds ?? 0);
  return Number.isSafeInteger(total) ? total : undefined;
}

/** The milliseconds that `500ms`, or any duration in seconds, stands for; undefined where it is none. */
export function millisecondsOf(text: string): number | undefined {
  const milliseconds = /^(\d{1,9})ms$/.exec(text)?.[1];
  if (milliseconds !== undefined) return Number(milliseconds);
  const seconds = secondsOf(text);
  return seconds === undefined ? undefined : 1000 * seconds;
}
