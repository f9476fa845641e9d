import type { Post } from './post.ts';

/** Delivers updates to a web handler in the same process, such as an application's `fetch`, without a network. */
export function postToHandler(handle: (request: Request) => Response | Promise<Response>): Post {
  return async (url, body, headers) => {
    const response = await handle(new Request(url, { method: 'POST', body, headers }));
    const retryAfter = Number(response.headers.get('retry-after'));
    const posted = { status: response.status, body: await response.text() };
    return retryAfter > 0 ? { ...posted, retryAfter } : posted;
  };
}
