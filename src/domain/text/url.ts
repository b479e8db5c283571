/** A web address that ends no link and runs nothing: only the functions of this file make one. */
export class Url {
  readonly href: Href;

  constructor(href: Href) {
    this.href = href;
  }
}

declare const rendered: unique symbol;
type Href = string & { readonly [rendered]: 'url' };

/** Builds an address: texts that are put into it are percent-encoded. */
export function url(words: TemplateStringsArray, ...values: readonly (Url | string)[]): Url {
  const parts = values.map((value) => (value instanceof Url ? value.href : escaped(value)));
  return new Url(String.raw({ raw: words }, ...parts) as Href);
}

/** Percent-encoded, the signs too that would end a link in Markdown. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/[!'()*]/g, byNumber);
}

/** As CloudWatch's console wants the name of a log group: escaped twice, with a dollar sign. */
export function escapedTwice(text: string): Url {
  return new Url(escaped(escaped(text)).replaceAll('%', '$') as Href);
}

/** An address from elsewhere; undefined where it is none of the web. */
export function webUrl(text: string): Url | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return new Url(href.replaceAll(/[^\w%:/?#@&=+$,;.~-]/g, byNumber) as Href);
}

/**
 * A text from elsewhere without the users and queries of the URLs in it, nor fragments that give a
 * value: presigned URLs and connection strings carry their keys there.
 */
export function withoutUrlSecrets(text: string): string {
  return text.replaceAll(/\/\/[^\s"<>`]+/g, (url) =>
    url
      .replace(/^\/\/(?:[^/?#]*|[^/?#:]*:(?!\d*(?:[/?#]|$)).*)@/, '//…@')
      .replace(/\?.*$|#.*=.*$/, '?…'),
  );
}

function byNumber(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
