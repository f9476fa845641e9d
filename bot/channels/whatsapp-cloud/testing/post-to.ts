import type { GraphEmulator } from '../emulator/index.ts';
import type { Post } from '../send.ts';

/** Calls that reach an emulator without a network. */
export const postTo =
  ({ fetch }: Pick<GraphEmulator, 'fetch'>): Post =>
  async (url, token, body) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    };
    const response = await fetch(new Request(url, { method: 'POST', headers, body }));
    return { status: response.status, json: await response.json() };
  };
