const tokenBytes = 16;

/** The secret part of a private calendar's address: 128 bits as 22 letters of base64url (RFC 4648 section 5). */
export const newFeedToken = (random: (bytes: number) => Uint8Array): string =>
  btoa(String.fromCharCode(...random(tokenBytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
