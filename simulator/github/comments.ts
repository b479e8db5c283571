import type { Call } from './call.ts';
import { pageOf } from './paging.ts';
import { invalidComment, notFound, ok, type Reply, refusal } from './reply.ts';
import { commentShape } from './shapes.ts';
import { timestamp } from './timestamp.ts';
import type { Comment } from './world.ts';

const longestBodyCharacters = 65_536;

export function listComments({ world, parts, query, api, url, page }: Call): Reply {
  const number = Number(parts[0]);
  if (!world.pullRequests.has(number)) return notFound(page);
  const since = query.get('since');
  const shapes = world.commentsOf(number).map((comment) => commentShape(comment, api));
  const wanted = shapes.filter(
    (shape) => !since || shape.updated_at >= timestamp(Date.parse(since)),
  );
  const { items, headers } = pageOf(wanted, query, url);
  return { ...ok(items), headers };
}

export function createComment(call: Call): Reply {
  const { world, credential, parts, api, page } = call;
  const number = Number(parts[0]);
  if (!world.pullRequests.has(number)) return notFound(page);
  return withBody(call, (body) => {
    const shape = commentShape(world.addComment(number, credential.account, body), api);
    return { status: 201, body: shape, headers: { location: shape.url } };
  });
}

export function findComment(call: Call): Reply {
  return withComment(call, (comment) => ok(commentShape(comment, call.api)));
}

export function editComment(call: Call): Reply {
  return withComment(call, (comment) =>
    withBody(call, (body) => ok(commentShape(call.world.editComment(comment, body), call.api))),
  );
}

export function deleteComment(call: Call): Reply {
  return withComment(call, (comment) => {
    call.world.comments.delete(comment.id);
    return { status: 204 };
  });
}

function withComment({ world, parts, page }: Call, answer: (comment: Comment) => Reply): Reply {
  const comment = world.comments.get(Number(parts[0]));
  return comment ? answer(comment) : notFound(page);
}

/** Characters are Unicode's, not JavaScript's. */
function withBody({ body, page }: Call, answer: (text: string) => Reply): Reply {
  const text = (body as { body?: unknown } | null | undefined)?.body;
  if (typeof text !== 'string') {
    return refusal(422, 'Invalid request.\n\n"body" wasn\'t supplied.', page);
  }
  if (text.trim() === '') return invalidComment(page, 'Body cannot be blank');
  if ([...text].length > longestBodyCharacters) {
    const message = `Body is too long (maximum is ${longestBodyCharacters} characters)`;
    return invalidComment(page, message);
  }
  return answer(text);
}
