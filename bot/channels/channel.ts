import type { Capabilities } from '../conversation/capabilities.ts';
import type { Shown } from '../conversation/fit.ts';
import type { Address, Inbound } from '../conversation/inbound.ts';

/** Why something could not be sent; each has one remedy (`remedy.ts`). `paired`: too many to this one person (WhatsApp counts pairs); `outside-window`, `no-template`: free words come too late, and no approved template fits; `restricted`: the platform bars our account, and another try would make it worse. */
export type Failure =
  | 'throttled'
  | 'paired'
  | 'unreachable'
  | 'blocked'
  | 'rejected'
  | 'unknown'
  | 'misconfigured'
  | 'outside-window'
  | 'no-template'
  | 'restricted';

/** What sending came to. `id` is the message's, the last one's where there are several (`also` the others'); `retryAfter` in seconds, as the platform asked; `detail` names the fault without any text of a person. */
export type Sent =
  | { ok: true; id: string | undefined; also?: readonly string[] }
  | { ok: false; failure: Failure; retryAfter?: number; detail: string };

/** How an answer relates to what is on the screen: the card it changes and what was chosen on it, and the line that takes a keyboard of ours away when nothing else can. `letter`: which letter of ours it is, where the platform says it back with a `Status`. */
export type Standing = { edits?: string; chosen?: string; clears?: string; letter?: string };

/** What became of a message of ours, told later, in any order and even before the call that sent it returns. `code` is the platform's own. */
export type Status = {
  message: string;
  letter?: string;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  code?: number;
  at: Date;
};

/**
 * A platform as data and three functions: what it can show, `parse` (pure), `encode` (pure), and `send`, the one thing
 * that may fail. `fetch` gets a file's bytes by the platform's id; files of ours that a call shows go with it as `files`.
 */
export type Channel<Wire> = {
  name: Address['channel'];
  account: string;
  can: Capabilities;
  parse: (payload: unknown) => Inbound[];
  encode: (to: Address, shown: Shown, standing?: Standing) => Wire[];
  send: (wire: Wire, files?: Files) => Promise<Sent>;
  fetch: (file: string) => Promise<Fetched>;
  statuses?: (payload: unknown) => Status[];
};

/** Bytes of our media by their ids. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A file from the platform, or why there is none: gone for good, or worth another try. */
export type Fetched = { ok: true; bytes: Uint8Array } | { ok: false; again: boolean; detail: string };

// biome-ignore lint/suspicious/noExplicitAny: the house holds channels of different wires side by side; this is the seam.
export type AnyChannel = Channel<any>;
