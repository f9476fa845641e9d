/** Whether bytes have the SHA-256 that was told, which Meta writes in hexadecimal or in base64; without any they pass. */
export const hasDigest = async (
  bytes: Uint8Array<ArrayBuffer>,
  told: string | undefined,
): Promise<boolean> => {
  if (told === undefined) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return told.toLowerCase() === hex || told === btoa(String.fromCharCode(...digest));
};
