import { Agent, type Dispatcher } from 'undici';
import type { Post } from '../bot/channels/telegram/send.ts';

/** Connections to the platform stay open between calls; so many at once at most. */
const agent = new Agent({ connections: 100, keepAliveTimeout: 60_000 });

/** Collects an answer and reads it as JSON. */
const jsonInto = (
  resolve: (answer: unknown) => void,
  reject: (fault: Error) => void,
): Dispatcher.DispatchHandler => {
  const chunks: Buffer[] = [];
  return {
    onRequestStart: () => {},
    onResponseStart: () => {},
    onResponseData: (_, chunk) => void chunks.push(chunk),
    onResponseEnd: () => {
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      } catch (fault) {
        reject(fault as Error);
      }
    },
    onResponseError: (_, fault) => reject(fault),
  };
};

/** Posts JSON through undici's dispatcher, without the streams of `fetch`: every pressed button makes such a call. Rejects when the answer does not come in time. */
export const leanPost: Post = (url, body, milliseconds) =>
  new Promise((resolve, reject) => {
    const { origin, pathname: path } = new URL(url);
    const patience = { headersTimeout: milliseconds, bodyTimeout: milliseconds };
    const headers = { 'content-type': 'application/json' };
    agent.dispatch({ origin, path, method: 'POST', headers, body, ...patience }, jsonInto(resolve, reject));
  });
