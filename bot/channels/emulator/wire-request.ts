/** One HTTP request to an emulator. `target` is path and query, `origin` the address at which it was called. */
export type Asked = {
  method: string;
  origin: string;
  target: string;
  type: string;
  authorization: string;
  body: Uint8Array;
  signal?: AbortSignal;
};

/** What goes back: JSON, a file, a connection broken after the effect, or silence. */
export type Given =
  | { kind: 'json'; status: number; text: string }
  | { kind: 'file'; bytes: Uint8Array; type: string }
  | { kind: 'lost' | 'hang' };

/** A platform's whole server behind one function; the fetch adapter and the listener only put it on the wire. */
export type Serve = (asked: Asked) => Promise<Given>;
