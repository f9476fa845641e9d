/** What may stand in a log line: names of things and codes. No text, name, number, token or address of a person has a place here. */
export type Line = {
  event: string;
  channel?: string;
  code?: string;
  count?: number;
  id?: number | string;
  milliseconds?: number;
};

export type Log = { info: (line: Line) => void; warn: (line: Line) => void; error: (line: Line) => void };

/** What a fault may tell of itself: its kind, its code and where in our code it stood, never its message, which may quote a person. */
export const faultOf = (error: unknown): { code: string } => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return { code: 'unknown' };
  const code = (cause as Error & { code?: unknown }).code;
  const at = /((?:api|bot|db)\/[\w./-]+\.ts:\d+)/.exec(cause.stack ?? '')?.[1];
  return { code: [cause.name, typeof code === 'string' ? code : undefined, at].filter(Boolean).join(' ') };
};
