/** The bytes of an answer, or nothing when they are more than `most`: a length that is said may be wrong, so they are counted. */
export const bytesWithin = async (
  answer: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  if (Number(answer.headers.get('content-length') ?? 0) > most) {
    await answer.body?.cancel();
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
