import type { Asked, Given, Serve } from '../../emulator/wire-request.ts';
import { callMethod } from './bot-api.ts';
import { type Answer, Refusal, refused } from './outcome.ts';
import { readParams } from './request-body.ts';
import type { Desk } from './world.ts';

const callPath = /^\/bot([^/?]+)\/(?:test\/)?([^/?]+)(?:\?(.*))?$/;
const filePath = /^\/file\/bot([^/?]+)\/([^?]+)/;
const tokenShape = /^\d+:[\w-]+$/;

/** The whole Bot API server behind one function. */
export function createBotServer(deskOf: (token: string) => Desk | undefined): Serve {
  return async function serve({ target, type, body, signal }: Asked): Promise<Given> {
    const call = callPath.exec(target);
    if (call) {
      const [, written = '', method = '', query = ''] = call;
      const token = decoded(written);
      const desk = deskOf(token);
      if (!desk) return json(refused(unknownBot(token)));
      try {
        return json(await callMethod(desk, method, await readParams(query, type, body), 'call', signal));
      } catch (reason) {
        if (reason instanceof Refusal) return json(refused(reason));
        throw reason;
      }
    }
    const [, written = '', path = ''] = filePath.exec(target) ?? [];
    const world = deskOf(decoded(written))?.world;
    const file = world?.files.byPath(decoded(path), world.clock.now());
    if (!file) return json(refused(new Refusal(404, 'Not Found')));
    return { kind: 'file', bytes: file.bytes, type: 'application/octet-stream' };
  };
}

function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

const unknownBot = (token: string): Refusal =>
  tokenShape.test(token) ? new Refusal(401, 'Unauthorized') : new Refusal(404, 'Not Found');

function json(answer: Answer): Given {
  if (answer === 'lost' || answer === 'hang') return { kind: answer };
  return { kind: 'json', status: answer.ok ? 200 : answer.error_code, text: JSON.stringify(answer) };
}
