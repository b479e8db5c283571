/** The most that an answer holds, in bytes of messages. */
const mostBytes = 1024 * 1024;
const mostLines = 10_000;

/** How many of these lines fit into one answer: one at least. */
export function fitting(lines: readonly { readonly message: string }[], limit = mostLines): number {
  let bytes = 0;
  const tooMany = lines.slice(0, limit).findIndex(({ message }) => {
    bytes += Buffer.byteLength(message);
    return bytes > mostBytes;
  });
  return tooMany === -1 ? Math.min(limit, lines.length) : Math.max(1, tooMany);
}
