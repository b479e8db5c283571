/** The statistics that CloudWatch makes of samples; percentiles between two samples are interpolated. */
export type Statistic = (samples: readonly number[]) => number;

const plain: Readonly<Record<string, Statistic>> = {
  SampleCount: (samples) => samples.length,
  Sum: sum,
  Average: (samples) => sum(samples) / samples.length,
  Minimum: (samples) => samples.reduce((least, each) => Math.min(least, each)),
  Maximum: (samples) => samples.reduce((most, each) => Math.max(most, each)),
};

/** The statistic of a name such as Sum or p99.9; undefined for a name that is none. */
export function statisticOf(name: string): Statistic | undefined {
  if (Object.hasOwn(plain, name)) return plain[name];
  const share = percentileOf(name);
  return share === undefined ? undefined : (samples) => percentile(samples, share);
}

/** 0.99 for p99: up to ten decimals. */
export function percentileOf(name: string): number | undefined {
  const percent = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(name)?.[1];
  return percent === undefined ? undefined : Number(percent) / 100;
}

function sum(samples: readonly number[]): number {
  return samples.reduce((total, each) => total + each, 0);
}

function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? 0;
  return below + (above - below) * (rank % 1);
}
