import { type Page, pageOf } from '../account/page.ts';
import type { Instant } from '../clock.ts';

/** What the lists of SageMaker tell, filter and sort by. */
export interface Listed {
  readonly name: string;
  readonly createdAt: Instant;
  readonly modifiedAt?: Instant;
  readonly status?: string;
}

/** What a list may be asked for. Times in requests are seconds since 1970, whatever the SDK's type says. */
export interface Search {
  readonly SortBy?: string | undefined;
  readonly SortOrder?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NameContains?: string | undefined;
  readonly StatusEquals?: string | undefined;
  readonly CreationTimeAfter?: unknown;
  readonly CreationTimeBefore?: unknown;
  readonly LastModifiedTimeAfter?: unknown;
  readonly LastModifiedTimeBefore?: unknown;
}

/** A page has 10 unless asked otherwise; the newest come first. */
export function listPage<T extends Listed>(all: readonly T[], search: Search): Page<T> {
  const found = sorted(all.filter(wanted(search)), search, 'Descending');
  return pageOf(found, { token: search.NextToken, size: search.MaxResults ?? 10 });
}

export function wanted(search: Search): (listed: Listed) => boolean {
  return ({ name, createdAt, modifiedAt = createdAt, status }) =>
    name.includes(search.NameContains ?? '') &&
    (search.StatusEquals ?? status) === status &&
    isBetween(createdAt, search.CreationTimeAfter, search.CreationTimeBefore) &&
    isBetween(modifiedAt, search.LastModifiedTimeAfter, search.LastModifiedTimeBefore);
}

export function sorted<T extends Listed>(
  all: readonly T[],
  { SortBy, SortOrder }: Search,
  usual: 'Ascending' | 'Descending',
): T[] {
  const direction = (SortOrder ?? usual) === 'Ascending' ? 1 : -1;
  return all.toSorted((a, b) => direction * compare(a, b, SortBy));
}

function compare(a: Listed, b: Listed, by = 'CreationTime'): number {
  if (by === 'CreationTime') return a.createdAt - b.createdAt || byName(a, b);
  const order = by === 'Status' ? (a.status ?? '').localeCompare(b.status ?? '') : 0;
  return order || byName(a, b);
}

function byName(a: Listed, b: Listed): number {
  return a.name < b.name ? -1 : 1;
}

function isBetween(at: Instant, after: unknown, before: unknown): boolean {
  const least = Number(after ?? Number.NEGATIVE_INFINITY) * 1000;
  const most = Number(before ?? Number.POSITIVE_INFINITY) * 1000;
  return least <= at && at <= most;
}
