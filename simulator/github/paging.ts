/** One page of a list, and the links to the others. */
export interface Page<T> {
  readonly items: T[];
  readonly headers: Record<string, string>;
}

const usualPerPage = 30;
const mostPerPage = 100;

/** Cuts a page out of a list as `page` and `per_page` ask; `url` is the list's own address. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams, url: string): Page<T> {
  const perPage = Math.min(whole(query.get('per_page'), usualPerPage), mostPerPage);
  const page = whole(query.get('page'), 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  const links: string[] = [];
  const link = (number: number, rel: string) => {
    const address = new URL(url);
    address.search = query.toString();
    address.searchParams.set('page', String(number));
    links.push(`<${address}>; rel="${rel}"`);
  };
  if (page > 1) link(page - 1, 'prev');
  if (page < last) link(page + 1, 'next');
  if (page < last) link(last, 'last');
  if (page > 1) link(1, 'first');
  return { items, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}

function whole(text: string | null, otherwise: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
